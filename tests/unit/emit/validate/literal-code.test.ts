import assert from "node:assert/strict";
import { test } from "node:test";
import { asConstant, listCode, type LiteralCode, memberCode, objectCode, textCode } from "../../../../generator/emit/validate/literal-code.ts";
import { printFile } from "../../../../generator/print/print-file.ts";

const name: LiteralCode = { code: { name: "petSchema", from: "pet.ts", value: true }, length: 9 };

const rows: [fact: string, literal: LiteralCode, text: string][] = [
  ["nothing in braces", objectCode([]), "{}"],
  ["nothing in brackets", listCode([]), "[]"],
  ["what fits stands on one line", objectCode([memberCode("a", textCode("1")), memberCode("b", listCode([textCode('"x"'), textCode("true")]))]), '{ a: 1, b: ["x", true] }'],
  ["names of other files as well", objectCode([memberCode("a", name)]), "{ a: petSchema }"],
  ["what is constant says so", objectCode([memberCode("constructor", asConstant(objectCode([memberCode("a", textCode("1"))])))]), "{ constructor: { a: 1 } as const }"],
];

for (const [fact, literal, text] of rows) {
  test(`${fact}: ${text}`, () => {
    assert.equal(printed(literal), text);
    assert.equal(literal.length, text.length);
  });
}

test("a hundred characters fit on one line, and what holds several lines is several lines", () => {
  const items = [textCode("1".repeat(50)), textCode("2".repeat(50))];
  assert.equal(printed(listCode(items)), `[${"1".repeat(50)}, ${"2".repeat(50)}]`);
  const long = listCode([...items, textCode("3")]);
  assert.equal(printed(objectCode([memberCode("a", long)])), `{\n  a: [\n    ${"1".repeat(50)},\n    ${"2".repeat(50)},\n    3,\n  ],\n}`);
});

function printed({ code }: LiteralCode): string {
  const { text } = printFile({ path: "a.ts", header: "", declares: new Set(), body: ["\n\n", code] });
  return text.slice(text.indexOf("\n\n") + 2).trim();
}
