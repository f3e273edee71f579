import assert from "node:assert/strict";
import test from "node:test";
import { jsDoc } from "../../../generator/print/js-doc.ts";

test("one line stays one line", () => assert.equal(jsDoc(["A pet."]), "/** A pet. */\n"));
test("nothing to say is no comment", () => assert.equal(jsDoc([undefined, "", "\n \n"]), ""));
test("paragraphs stand apart, and tags below them", () => {
  assert.equal(jsDoc(["Title", undefined, "First.\n\n  Second."], [{ tag: "default", text: "1" }]), "/**\n * Title\n *\n * First.\n *\n *   Second.\n * @default 1\n */\n");
});
test("a tag without a text has nothing behind it", () => assert.equal(jsDoc([], [{ tag: "deprecated", text: "" }]), "/** @deprecated */\n"));
test("an empty paragraph between two leaves no gap", () => assert.equal(jsDoc(["a", "\n", "b"]), "/**\n * a\n *\n * b\n */\n"));
test("a long line has lines of its own around it", () => assert.match(jsDoc(["a".repeat(111)]), /^\/\*\*\n \* a+\n \*\/\n$/));

test("the end of a comment in a text is not the end of the comment", () => {
  for (const text of ["*/", "**//", "*\u0000/", "a */ b */", "*\n/", "/", "*", "*/*/"]) {
    const comment = jsDoc([text], [{ tag: "example", text }]);
    assert.equal(comment.indexOf("*/"), comment.length - 3, JSON.stringify(comment));
  }
});

test("every line end of Unicode is one", () => assert.equal(jsDoc(["a\r\nb\rc\u2028d\u2029e"]), "/**\n * a\n * b\n * c\n * d\n * e\n */\n"));
test("what cannot be seen is a space, and half a character is none", () => {
  assert.equal(jsDoc(["a\u0000b\u001Bc\u202Ed\u2066e\uFEFFf"]), "/** a b c d e f */\n");
  assert.equal(jsDoc(["a\uD800b 🐈 \t."]), "/** a\uFFFDb 🐈 \t. */\n");
});

test("an order to TypeScript is none in a comment of several lines", () => {
  assert.equal(jsDoc(["@ts-expect-error"]), "/**\n * @ts-expect-error\n */\n");
  assert.equal(jsDoc(["/* @ts-ignore"]), "/**\n * /* @ts-ignore\n */\n");
});

test("a text of any length is printed", () => {
  assert.equal(jsDoc(["a\n".repeat(300_000)]).length, 4 + 300_000 * 5 + 4);
});
