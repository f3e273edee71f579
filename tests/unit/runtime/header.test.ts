import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cookie, type CookieStyle } from "../../../generator/runtime/cookie.ts";
import { header, type HeaderStyle } from "../../../generator/runtime/header.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { wireServer } from "../../support/wire-server.ts";

type Args = { readonly [name: string]: unknown };
const { received, sent } = wireServer();

const get = (...parts: Part[]) => operation<Args, unknown>("GET /", ...parts);
const headerOf = async (value: unknown, style?: HeaderStyle) => (await sent(get(header("X-A", style)), { "X-A": value })).headers["x-a"];
const cookieOf = async (value: unknown, style?: CookieStyle) => (await sent(get(cookie("a", style)), { a: value })).headers["cookie"];

async function refused(part: Part, args: Args, argument: string): Promise<void> {
  const count = received.length;
  await assert.rejects(sent(get(part), args), { name: "ArgumentError", argument });
  assert.equal(received.length, count);
}

test("a header goes as it is, without percent-encoding", async () => {
  assert.equal(await headerOf('W/"a b%20,c"'), 'W/"a b%20,c"');
  assert.equal(await headerOf(12), "12");
  assert.equal(await headerOf([1, null, "b"]), "1,b");
  assert.equal(await headerOf({ R: 1, G: undefined, B: 2 }, { explode: true }), "R=1,B=2");
  assert.equal(await headerOf(""), "");
  for (const nothing of [undefined, null, [], {}]) assert.equal(await headerOf(nothing), undefined);
});

test("a header that fetch would change or refuse is refused", async () => {
  for (const value of [" a", "a ", "a\nb", "a\r\nX-Evil: 1", "a\0", "ключ", "a\x7f"]) await refused(header("X-A"), { "X-A": value }, "X-A");
  await refused(header("X-A", { required: true, key: "header_a" }), { "X-A": "x" }, "header_a");
});

test("JSON in a header is in ASCII", async () => {
  const value = { name: "é😀", line: "a\nb" };
  const text = await headerOf(value, { content: "application/json" });
  assert.equal(text, '{"name":"\\u00e9\\ud83d\\ude00","line":"a\\nb"}');
  assert.deepEqual(JSON.parse(text ?? ""), value);
});

test("a header of the operation comes before one of the client", async () => {
  const { headers } = await sent(get(header("X-A")), { "X-A": "call" }, { headers: { "x-a": "client", "x-b": "client" } });
  assert.deepEqual([headers["x-a"], headers["x-b"]], ["call", "client"]);
});

test("a cookie of style form is percent-encoded, one of style cookie must be fit to be sent", async () => {
  assert.equal(await cookieOf("Hello, world!"), "a=Hello%2C%20world%21");
  assert.equal(await cookieOf("Hello%2C%20world!", { style: "cookie" }), "a=Hello%2C%20world!");
  for (const value of ["a b", "a;b", "é", "a\r\nb"]) await refused(cookie("a", { style: "cookie" }), { a: value }, "a");
});

test("cookies stand side by side, and beside those of the client", async () => {
  const { headers } = await sent(get(cookie("a"), cookie("b", { explode: false }), cookie("c", { content: "application/json", key: "cookie_c" })), {
    a: { x: 1, y: 2 }, b: ["p", "q"], cookie_c: [1],
  }, { headers: { cookie: "own=1" } });
  assert.equal(headers["cookie"], "own=1; x=1; y=2; b=p,q; c=%5B1%5D");
});

test("a cookie that is required is asked for, and none that is not given is sent", async () => {
  await refused(cookie("a", { required: true }), {}, "a");
  for (const nothing of [undefined, null, [], {}]) assert.equal(await cookieOf(nothing), undefined);
});

test("any text in a cookie is one cookie", () => {
  return fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (value) => {
    const [name, text = "", ...more] = (await cookieOf(value))?.split(/; |=/) ?? [];
    assert.deepEqual([name, decodeURIComponent(text), ...more], ["a", value]);
  }), { numRuns: 50 });
});
