import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ArgumentError } from "../../../generator/runtime/errors.ts";
import { operation } from "../../../generator/runtime/operation.ts";
import { type FormEncoding, urlencodedBody } from "../../../generator/runtime/urlencoded.ts";
import { wireServer } from "../../support/wire-server.ts";
import { draftOf } from "./draft-of.ts";

const { sent } = wireServer();

async function form(body: object, encoding?: FormEncoding): Promise<string> {
  const request = await sent(operation<{ body: object }, unknown>("POST /forms", urlencodedBody(encoding)), { body });
  assert.equal(request.headers["content-type"], "application/x-www-form-urlencoded");
  return String(request.body);
}

test("without an encoding, text is text, an object JSON, and a list its items", async () => {
  assert.equal(
    await form({ id: "f81d4fae", address: { street: "123 Example Dr.", zip: "99999+1234" }, tags: ["a&b", "c d"], count: 2, on: true }),
    "id=f81d4fae&address=%7B%22street%22%3A%22123+Example+Dr.%22%2C%22zip%22%3A%2299999%2B1234%22%7D&tags=a%26b&tags=c+d&count=2&on=true",
  );
});

test("what is undefined or null is left out, and so is an empty list", async () => {
  assert.equal(await form({ a: undefined, b: null, c: [], d: [null, "x"], e: "" }), "d=x&e=");
});

test("a content type says how a value is written", async () => {
  assert.equal(await form({ id: "a" }, { id: { contentType: "application/json" } }), "id=%22a%22");
  assert.equal(await form({ rows: [{ a: 1 }, { a: 2 }] }), "rows=%7B%22a%22%3A1%7D&rows=%7B%22a%22%3A2%7D");
  assert.equal(await form({ list: [[1, 2], [3]] }), "list=%5B1%2C2%5D&list=%5B3%5D");
});

test("a style is that of a query parameter, and then a content type does not count", async () => {
  const words = { words: ["a b", "c|d", "e,f"] };
  assert.equal(await form(words, { words: { style: "form", contentType: "application/json" } }), "words=a%20b&words=c%7Cd&words=e%2Cf");
  assert.equal(await form(words, { words: { explode: false } }), "words=a%20b,c%7Cd,e%2Cf");
  assert.equal(await form(words, { words: { style: "spaceDelimited" } }), "words=a%20b%20c%7Cd%20e%2Cf");
  assert.equal(await form(words, { words: { style: "pipeDelimited" } }), "words=a%20b%7Cc%7Cd%7Ce%2Cf");
  assert.equal(await form({ color: { R: 1, G: 2 } }, { color: { explode: true } }), "R=1&G=2");
  assert.equal(await form({ url: "https://a/b?c=d&e#f" }, { url: { allowReserved: true } }), "url=https://a/b?c%3Dd%26e%23f");
});

test("deepObject goes as deep as the value, with the index of an item", async () => {
  const items = [{ price: "p1", tags: ["x"] }, { price: "p2" }];
  assert.equal(
    decodeURIComponent(await form({ items, on: { a: { b: null, c: 1 } } }, { items: { style: "deepObject" }, on: { style: "deepObject", explode: true } })),
    "items[0][price]=p1&items[0][tags][0]=x&items[1][price]=p2&on[a][c]=1",
  );
});

test("bytes are no text", async () => {
  await assert.rejects(form({ file: new Blob(["a"]) }), { name: "ArgumentError", argument: "file" });
  await assert.rejects(form({ file: Uint8Array.of(1) }), ArgumentError);
});

test("what is encoded decodes to itself", async () => {
  const text = fc.string({ unit: "binary" });
  await fc.assert(fc.asyncProperty(fc.dictionary(text, fc.oneof(text, fc.array(text))), async (body) => {
    const expected = Object.entries(body).flatMap(([name, item]) => [item].flat().map((one) => [name, one]));
    const styled = Object.fromEntries(Object.keys(body).map((name) => [name, { style: "form" }] as const));
    for (const encoding of [{}, styled]) {
      const { request } = await draftOf(urlencodedBody(encoding), { body });
      assert.deepEqual([...new URLSearchParams(String(request.body))], expected);
    }
  }));
});
