import assert from "node:assert/strict";
import test from "node:test";
import { propertyKey, stringLiteral } from "../../../generator/print/literal.ts";

for (const text of ["", "a", "'", '"', "`", "\\", "${x}", "a\nb\r", "\u2028\u2029", "\u0000\u007F\u0085", "\u202E\u2066\uFEFF", "\uD800", "🐈", "*/", "</script>", "__proto__"]) {
  test(`the literal of ${JSON.stringify(text)} is that text, in ASCII quotes and without hidden characters`, () => {
    const literal = stringLiteral(text);
    assert.equal(JSON.parse(literal), text);
    assert.match(literal, /^"[^\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]*"$/);
    assert.doesNotMatch(literal, /\p{Surrogate}/u);
  });
}

test("a name is a key as it is where it is an identifier, and quoted elsewhere", () => {
  for (const name of ["a", "_", "$ref", "class", "constructor", "a1"]) assert.equal(propertyKey(name), name);
  for (const name of ["", "1", "a-b", "a b", "é", "a\n", "a\u2028", "[x]", "a:"]) assert.equal(propertyKey(name), stringLiteral(name));
});
