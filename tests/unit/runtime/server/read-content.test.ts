import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, ContentContract } from "../../../../generator/runtime/server/contract.ts";
import { readContent } from "../../../../generator/runtime/server/read-content.ts";
import { check, integer, text } from "./reading.ts";

const bytes = (body: string) => new TextEncoder().encode(body);

function read(kind: ContentContract<Check>["kind"], body: string | Uint8Array, more: Partial<ContentContract<Check>> = {}): unknown {
  const result = readContent(typeof body === "string" ? bytes(body) : body, { mediaType: "a/b", kind, ...more }, "a/b", { depth: 20 });
  return "value" in result ? result.value : result.violations.map(({ path, keyword, message }) => `${keyword} ${path} ${message}`);
}

const even = check((value) => Number(value) % 2 === 0);

test("JSON is judged as it is, and nothing is made of its texts", () => {
  const whole = check((value) => value === 5);
  assert.equal(read("json", "5", { check: whole }), 5);
  assert.deepEqual(read("json", '"5"', { check: whole }), ["test  must pass"]);
  assert.deepEqual(read("json", "[1,", { check: whole }), ["syntax  must be JSON: unexpected end"]);
  assert.deepEqual(read("json", "[".repeat(21) + "]".repeat(21)), ["depth  must not be nested deeper than 20 levels"]);
});

test("a byte order mark is ignored, and other bytes than UTF-8 are refused", () => {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  for (const kind of ["json", "text"] as const) {
    assert.equal(read(kind, Uint8Array.of(...mark, 0x35)), kind === "json" ? 5 : "5");
    for (const wrong of [[0x22, 0xff, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xc3]]) {
      assert.deepEqual(read(kind, Uint8Array.of(...wrong)), ["encoding  must be UTF-8"]);
    }
  }
});

test("bytes are the bytes that came, without being looked at", () => {
  const body = Uint8Array.of(0xff, 0);
  assert.equal(read("binary", body, { check: check(() => false) }), body);
});

test("text is text, and so are events", () => {
  assert.equal(read("text", "5 é\n"), "5 é\n");
  assert.deepEqual(read("text", "x", { check: even }), ["test  must pass"]);
  assert.equal(read("events", "data: 1\n\n", { check: even }), "data: 1\n\n");
});

test("lines are a list, of which each item is judged", () => {
  assert.deepEqual(read("lines", '{"a":1}\r\n\n[2]\n3'), [{ a: 1 }, [2], 3]);
  assert.deepEqual(read("lines", "\x1e1\n\x1e2\n", { mediaType: "application/json-seq" }), [1, 2]);
  assert.deepEqual(read("lines", "", { check: even }), []);
  assert.deepEqual(read("lines", "2\n3\n4\n5", { check: even }), ["test /1 must pass", "test /3 must pass"]);
  assert.deepEqual(read("lines", "1\n{\n"), ["syntax /1 must be JSON: unexpected end"]);
  const many = read("lines", "1\n".repeat(1000), { check: even });
  assert.ok(Array.isArray(many) && many.length === 20);
});

test("a form is an object of what its texts mean", () => {
  const shape = { properties: { n: integer, tags: { items: text }, at: { properties: {} }, rows: { items: { properties: {} } }, on: { scalars: ["boolean"] } } } as const;
  assert.deepEqual(read("urlencoded", "n=5&tags=a+b&tags=%2C&at=%7B%22x%22%3A1%7D&rows=%7B%7D&rows=%7B%7D&on=true&other=1&more=2&more=3", { shape }), {
    n: 5, tags: ["a b", ","], at: { x: 1 }, rows: [{}, {}], on: true, other: "1", more: ["2", "3"],
  });
  assert.deepEqual(read("urlencoded", "n=5.5", { shape }), ["type /n must be an integer"]);
  assert.deepEqual(read("urlencoded", "n=5&n=6", { shape }), ["style /n must be given once"]);
  assert.deepEqual(read("urlencoded", "at=%7B", { shape }), ["syntax /at must be JSON: unexpected end"]);
  assert.deepEqual(read("urlencoded", "other=%zz", { shape }), ["encoding /other must be percent-encoded UTF-8"]);
  assert.deepEqual(read("urlencoded", "%zz=1", { shape }), ["encoding  must be percent-encoded UTF-8"]);
  assert.deepEqual(read("urlencoded", "__proto__=1&constructor=2"), JSON.parse('{"__proto__":"1","constructor":"2"}'));
  assert.deepEqual(read("urlencoded", ""), {});
});

test("a property in a style is what a query parameter is; in a media type it is JSON or text", () => {
  const shape = { properties: { a: { items: integer }, b: { items: text }, o: { properties: { R: integer } }, d: { properties: { x: { items: integer } } }, id: text } } as const;
  const encoding = { a: { style: "form", explode: false }, b: { style: "pipeDelimited" }, o: { explode: true }, d: { style: "deepObject" }, id: { contentType: "application/json" } } as const;
  assert.deepEqual(read("urlencoded", "a=1,2&b=x%7Cy|z&R=3&d[x][0]=4&id=%22q%22&rest=r", { shape, encoding }), { a: [1, 2], b: ["x", "y", "z"], o: { R: 3 }, d: { x: [4] }, id: "q", rest: "r" });
  assert.deepEqual(read("urlencoded", "d[x][0]=y", { shape, encoding }), ["type /d/x/0 must be an integer"]);
});

test("where a text of a form can mean several things, the check decides", () => {
  const shape = { properties: { v: { scalars: ["integer", "string"] } } } as const;
  const ofText = check((value) => typeof value === "object" && value !== null && "v" in value && typeof value.v === "string");
  assert.deepEqual(read("urlencoded", "v=5", { shape }), { v: 5 });
  assert.deepEqual(read("urlencoded", "v=5", { shape, check: ofText }), { v: "5" });
  assert.deepEqual(read("urlencoded", "v=5", { shape, check: check(() => false) }), ["test  must pass"]);
});
