import assert from "node:assert/strict";
import { test } from "node:test";
import { patternText } from "../../../../generator/model/sample/pattern-text.ts";
import { randomOf } from "../../../../generator/model/sample/random.ts";

function textFor(pattern: string, least: number, number = 0): string {
  const text = patternText(pattern, { least, most: Infinity, attempt: { number, random: randomOf(1) }, isRandom: false });
  assert.ok(text !== undefined && new RegExp(pattern).test(text), `${pattern}: ${text?.slice(0, 80)}`);
  return text;
}

test("a text is as long as it has to be, also where repetitions stand in each other, and not their product", () => {
  for (const pattern of ["^a+$", "^(a+)?$", "^(([^:]+:)*[^:]+)?$", "^((([^:]+:){7}([^:]+))|((([^:]+:)*[^:]+)?::(([^:]+:)*[^:]+)?))$", "^(((a+b)+c)+d)+$"]) {
    for (const number of [0, 1, 2, 5]) {
      const { length } = textFor(pattern, 2_000, number);
      assert.ok(length < 100_000, `${pattern}: ${length} characters`);
    }
  }
  assert.ok(textFor("^(a+)?$", 2_000).length >= 2_000);
  assert.ok(textFor("^(([^:]+:)*[^:]+)?$", 2_000).length >= 2_000);
});
