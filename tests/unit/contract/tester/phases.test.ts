import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage } from "../../../../generator/contract/tester/phases/coverage.ts";
import { examples } from "../../../../generator/contract/tester/phases/examples.ts";
import { fuzz } from "../../../../generator/contract/tester/phases/fuzz.ts";
import { negative } from "../../../../generator/contract/tester/phases/negative.ts";
import { readByHand } from "./independent-reading.ts";
import { richPaths, richSchemas } from "./rich-document.ts";
import { casesOf, shown, testedApi } from "./tested-api.ts";
import { seeds } from "../../../support/seeds.ts";

const isValidByHand = readByHand();
const rich = await testedApi(richPaths, richSchemas);

for (const phase of [examples, coverage, fuzz]) {
  test(`${phase.name}: whatever the seed, whoever reads a request by hand finds nothing wrong with it`, async () => {
    const tried = phase === fuzz ? seeds : [1];
    let count = 0;
    for (const seed of tried) {
      for (const one of await casesOf(phase, rich, seed)) {
        count++;
        assert.equal(one.expectation.kind, "valid");
        assert.ok(await isValidByHand(one.request), shown(one));
      }
    }
    assert.ok(count >= (phase === examples ? 5 : phase === coverage ? 300 : 100 * seeds.length), `${count} requests`);
  });
}

test("negative: whoever reads a request by hand finds it wrong", async () => {
  const cases = await casesOf(negative, rich);
  assert.ok(cases.length > 150, `${cases.length} requests`);
  for (const one of cases) assert.equal(await isValidByHand(one.request), false, shown(one));
});
