import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exact } from "../../../generator/runtime/exact.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import {
  contentQuery, deepObject, emptyValue, formAny, formObject, pipeDelimited, querystring, reserved, spaceDelimited,
} from "../../../generator/runtime/query-styles.ts";
import { wireServer } from "../../support/wire-server.ts";
import { targetOf } from "./draft-of.ts";

type Args = { readonly [name: string]: unknown };
const { received, sent } = wireServer();

/** The query string of a parameter `a`. */
async function query(part: Part, a: unknown): Promise<string> {
  return (await sent(operation<Args, unknown>("GET /{?a}", part), { a })).target.slice("/?".length);
}

async function refused(part: Part, args: Args, argument: string): Promise<void> {
  const count = received.length;
  await assert.rejects(sent(operation<Args, unknown>("GET /{?a}", part), args), { name: "ArgumentError", argument });
  assert.equal(received.length, count);
}

test("members that are undefined or null are left out, and what has no others is not sent", async () => {
  for (const part of [formAny("a"), formAny("a", false), formObject("a"), spaceDelimited("a"), pipeDelimited("a"), deepObject("a"), reserved("a")]) {
    for (const value of [undefined, null, {}, { b: null, c: undefined }]) assert.equal(await query(part, value), "");
    assert.match(await query(part, { b: null, c: 0 }), /^(c|a=c|a%5Bc%5D)(=|,|%20|%7C)0$/);
  }
  assert.equal(await query(formAny("a"), ["x", null, "", undefined]), "a=x&a=");
});

test("names and values are percent-encoded but for what is unreserved", async () => {
  const wild = "-._~ !'()*&=+#?/:,[]%é😀";
  const encoded = "-._~%20%21%27%28%29%2A%26%3D%2B%23%3F%2F%3A%2C%5B%5D%25%C3%A9%F0%9F%98%80";
  assert.equal(await query(formAny("a"), { [wild]: wild }), `${encoded}=${encoded}`);
  assert.equal(await query(deepObject("a"), { [wild]: wild }), `a%5B${encoded}%5D=${encoded}`);
  assert.equal(await query(pipeDelimited("a"), ["b|c", "d e"]), "a=b%7Cc%7Cd%20e");
});

test("deepObject goes as deep as the value, with the index of an item", async () => {
  assert.equal(decodeURIComponent(await query(deepObject("a"), { b: { c: { d: 1 } }, e: ["f", { g: 2 }] })), "a[b][c][d]=1&a[e][0]=f&a[e][1][g]=2");
  assert.equal(decodeURIComponent(await query(deepObject("a"), ["x", "y"])), "a[0]=x&a[1]=y");
  await refused(deepObject("a"), { a: "x" }, "a");
});

test("what no style can say is refused: a list in a list, an object in an object", async () => {
  for (const part of [formAny("a"), formAny("a", false), spaceDelimited("a"), reserved("a")]) {
    await refused(part, { a: [["x"]] }, "a");
    await refused(part, { a: { b: { c: 1 } } }, "a");
  }
});

test("reserved characters stay, but those that would end the value", async () => {
  assert.equal(await query(reserved("a"), "a/b?c:d@e!$()*,;"), "a=a/b?c:d@e!$()*,;");
  // WHATWG URL §1.3, "special-query percent-encode set": fetch itself sends no quote.
  assert.equal(await query(reserved("a"), "'"), "a=%27");
  assert.equal(await query(reserved("a"), "x&y=z+1#f[0]"), "a=x%26y%3Dz%2B1%23f%5B0%5D");
  assert.equal(await query(reserved("a"), "a b%20c%2Fd%e%zz^é"), "a=a%20b%20c%2Fd%25e%25zz%5E%C3%A9");
  assert.equal(await query(reserved("a", false), ["x/y", "z"]), "a=x/y,z");
});

test("with allowEmptyValue a value can be empty, whatever its type", async () => {
  assert.equal(await query(emptyValue("a"), undefined), "");
  for (const value of ["", null, [], {}]) assert.equal(await query(emptyValue("a"), value), "a=");
  assert.equal(await query(emptyValue("a"), ["x", "y"]), "a=x&a=y");
  assert.equal(await query(emptyValue("a", false, "a", false), ["x", "y"]), "a=x,y");
});

test("a parameter with content is in its media type", async () => {
  assert.equal(await query(contentQuery("a", "application/json"), "x"), "a=%22x%22");
  assert.equal(await query(contentQuery("a", "application/json"), null), "a=null");
  assert.equal(await query(contentQuery("a", "text/plain"), "x y"), "a=x%20y");
  await refused(contentQuery("a", "application/xml"), { a: { b: 1 } }, "a");
  const big = operation<Args, unknown>("GET /{?a}", exact(), contentQuery("a", "application/json"));
  assert.equal((await sent(big, { a: [2n ** 63n] })).target, "/?a=%5B9223372036854775808%5D");
});

test("a whole query string is a form, or the text of its media type", async () => {
  const whole = async (mediaType: string, all: unknown) => (await sent(operation<Args, unknown>("GET /", querystring(mediaType, "all")), { all })).target;
  assert.equal(await whole("application/x-www-form-urlencoded", { foo: "a + b", bar: true }), "/?foo=a+%2B+b&bar=true");
  assert.equal(await whole("application/json", { numbers: [1, 2], flag: null }), "/?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D");
  assert.equal(await whole("application/jsonpath", "$.a.b[1:1]"), "/?%24.a.b%5B1%3A1%5D");
  assert.equal(await whole("application/json", undefined), "/");
});

test("what is required is asked for by the name of its argument", async () => {
  await refused(formObject("a", true, true), {}, "a");
  await refused(deepObject("a", true, "query_a"), { a: {} }, "query_a");
  await refused(contentQuery("a", "application/json", true), {}, "a");
  await refused(querystring("application/json", "all", true), {}, "all");
});

test("an argument of another name leaves the path to the parameter of that name, and follows the template", async () => {
  const both = operation<Args, unknown>("GET /{id}{?x}", formAny("id", true, false, "query_id"), deepObject("o", false, "query_o"));
  assert.equal((await sent(both, { id: "p", query_id: ["q", "r"], query_o: { b: 1 } })).target, "/p?id=q&id=r&o%5Bb%5D=1");
  assert.equal((await sent(both, { id: "p", x: 1, query_id: "q" })).target, "/p?x=1&id=q");
});

test("parameters can be called like members of every object", async () => {
  const odd = operation<Args, unknown>("GET /{?constructor,__proto__,toString}", formAny("__proto__"), formAny("toString"));
  assert.equal((await sent(odd, {})).target, "/");
  assert.equal((await sent(odd, JSON.parse('{"constructor":1,"__proto__":2}'))).target, "/?constructor=1&__proto__=2");
});

test("what is encoded decodes to itself", async () => {
  const text = fc.string({ unit: "binary" });
  const search = async (part: Part, a: unknown) => [...new URLSearchParams(await targetOf("{?a}", part, { a }))];
  await fc.assert(fc.asyncProperty(fc.dictionary(text, text), fc.array(text, { minLength: 1 }), async (object, list) => {
    assert.deepEqual(await search(formObject("a"), object), Object.entries(object));
    assert.deepEqual(await search(formAny("a"), list), list.map((item) => ["a", item]));
    assert.deepEqual(await search(deepObject("a"), object), Object.entries(object).map(([key, item]) => [`a[${key}]`, item]));
    const [[, joined = ""] = []] = [(await targetOf("{?a}", formAny("a", false), { a: list })).split("=")];
    assert.deepEqual(joined.split(",").map(decodeURIComponent), list);
    assert.deepEqual(await search(contentQuery("a", "application/json"), object), [["a", JSON.stringify(object)]]);
  }));
});
