import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formPart, type PartDetails } from "../../../generator/runtime/form-part.ts";
import { multipartBody, type MultipartEncoding } from "../../../generator/runtime/multipart.ts";
import { operation } from "../../../generator/runtime/operation.ts";
import { wireServer } from "../../support/wire-server.ts";
import { draftOf } from "./draft-of.ts";

const { received, sent } = wireServer();

/** The parts of a body as a server has them, their lines joined by `|`, without boundaries. */
async function parts(body: unknown, encoding?: MultipartEncoding, mediaType?: string): Promise<string[]> {
  const request = await sent(operation<{ body: unknown }, unknown>("POST /forms", multipartBody(encoding, mediaType)), { body });
  const [, type = "", boundary = ""] = /^(.*); boundary=(\w+)$/.exec(request.headers["content-type"] ?? "") ?? [];
  assert.equal(type, mediaType ?? "multipart/form-data");
  const [first, ...others] = `\r\n${request.body}`.split(`\r\n--${boundary}`);
  assert.equal(first, "");
  assert.equal(others.pop(), "--\r\n");
  return others.map((part) => part.replace(/^\r\n/, "").replaceAll("\r\n", "|"));
}

const named = (name: string, rest = "") => `Content-Disposition: form-data; name="${name}"${rest}`;

test("by itself, text is plain, an object JSON, and bytes are a file", async () => {
  const body = { text: "é\n", count: 1, on: false, meta: { a: [1] }, bytes: Uint8Array.of(104, 105), blob: new Blob(["x"], { type: "text/csv" }), none: null, empty: [] };
  assert.deepEqual(await parts(body), [
    `${named("text")}||é\n`,
    `${named("count")}||1`,
    `${named("on")}||false`,
    `${named("meta")}|Content-Type: application/json||{"a":[1]}`,
    `${named("bytes", '; filename="blob"')}|Content-Type: application/octet-stream||hi`,
    `${named("blob", '; filename="blob"')}|Content-Type: text/csv||x`,
  ]);
});

test("a list is a part for each item, under the same name", async () => {
  const files = [new File(["1"], "a.txt", { type: "text/plain" }), new File(["2"], 'b"\r\n.txt')];
  assert.deepEqual(await parts({ files, tags: ["a", null, "b"], rows: [{ n: 1 }, [2]] }), [
    `${named("files", '; filename="a.txt"')}|Content-Type: text/plain||1`,
    `${named("files", '; filename="b%22%0D%0A.txt"')}|Content-Type: application/octet-stream||2`,
    `${named("tags")}||a`,
    `${named("tags")}||b`,
    `${named("rows")}|Content-Type: application/json||{"n":1}`,
    `${named("rows")}|Content-Type: application/json||[2]`,
  ]);
});

test("a content type is that of the encoding, and of several the one that a Blob is of", async () => {
  const encoding = { id: { contentType: "application/json" }, image: { contentType: "image/png, image/*" }, page: { contentType: "text/html; charset=utf-8" } };
  assert.deepEqual(await parts({ id: "a", image: [new Blob(["1"]), new Blob(["2"], { type: "image/gif" }), new Blob(["3"], { type: "text/css" })], page: "<p>" }, encoding), [
    `${named("id")}|Content-Type: application/json||"a"`,
    `${named("image", '; filename="blob"')}|Content-Type: image/png||1`,
    `${named("image", '; filename="blob"')}|Content-Type: image/gif||2`,
    `${named("image", '; filename="blob"')}|Content-Type: image/png||3`,
    `${named("page")}|Content-Type: text/html; charset=utf-8||<p>`,
  ]);
});

test("a part has the headers of the encoding, and what a caller says about it", async () => {
  const encoding = { text: { headers: { "X-Lang": "en", "X-Unknown": "" } } };
  assert.deepEqual(await parts({ text: ["a", formPart("b", { contentType: "text/csv", fileName: "b.csv", headers: { "X-Lang": "de" } })] }, encoding), [
    `${named("text")}|X-Lang: en||a`,
    `${named("text", '; filename="b.csv"')}|Content-Type: text/csv|X-Lang: de||b`,
  ]);
});

test("a style is that of a query parameter without percent-encoding; files have none", async () => {
  const body = { a: ["x y", "z"], b: ["x y", "z"], c: ["x", "y"], d: { R: 1 }, e: { R: { G: 2 } }, f: new Blob(["1"]) };
  const encoding = { a: { explode: true }, b: { style: "spaceDelimited" }, c: { style: "form", explode: false }, d: { style: "form" }, e: { style: "deepObject" }, f: { style: "form" } } as const;
  assert.deepEqual(await parts(body, encoding), [
    `${named("a")}||x y`, `${named("a")}||z`, `${named("b")}||x y z`, `${named("c")}||x,y`, `${named("R")}||1`, `${named("e[R][G]")}||2`,
    `${named("f", '; filename="blob"')}|Content-Type: application/octet-stream||1`,
  ]);
});

test("a part can be multipart itself", async () => {
  const encoding = { both: { contentType: "multipart/mixed", encoding: { note: { contentType: "text/markdown" } } } };
  const [part = ""] = await parts({ both: { note: "*a*", data: { b: 1 } } }, encoding);
  const [, boundary = ""] = /Content-Type: multipart\/mixed; boundary=(\w+)/.exec(part) ?? [];
  assert.equal(part.replaceAll(boundary, "B"), [
    named("both"), "Content-Type: multipart/mixed; boundary=B", "",
    "--B", named("note"), "Content-Type: text/markdown", "", "*a*",
    "--B", named("data"), "Content-Type: application/json", "", '{"b":1}', "--B--", "",
  ].join("|"));
});

test("a body that is a list has parts without names, written by their position", async () => {
  const body = [{ a: 1 }, new Blob(["x"], { type: "image/png" }), "text"];
  assert.deepEqual(await parts(body, { 0: { contentType: "application/vnd.a+json" }, "*": { contentType: "image/*" } }, "multipart/mixed"), [
    'Content-Type: application/vnd.a+json||{"a":1}',
    'Content-Disposition: attachment; filename="blob"|Content-Type: image/png||x',
    "|text",
  ]);
});

test("a name cannot be more than a name, and a header not more than a header", async () => {
  assert.deepEqual(await parts({ 'a"\r\nX-Evil: 1': "b", "": "c" }), [`${named("a%22%0D%0AX-Evil: 1")}||b`, `${named("")}||c`]);
  assert.deepEqual(await parts(JSON.parse('{"__proto__":"d","constructor":"e"}'), { a: { contentType: "text/a" } }), [`${named("__proto__")}||d`, `${named("constructor")}||e`]);
  const lies: PartDetails[] = [{ headers: { "X-A": "1\r\nX-Evil: 1" } }, { headers: { "X\r\nX-Evil": "1" } }, { contentType: "text/plain\r\nX-Evil: 1" }];
  for (const about of lies) {
    const count = received.length;
    await assert.rejects(parts({ a: formPart("b", about) }), { name: "ArgumentError", argument: "a" });
    assert.equal(received.length, count);
  }
});

test("an object is refused where the document wants another kind of text", async () => {
  await assert.rejects(parts({ a: { b: 1 } }, { a: { contentType: "application/xml" } }), { name: "ArgumentError", argument: "a" });
  await assert.rejects(parts("text"), { name: "ArgumentError", argument: "body" });
});

test("what is encoded is what the platform's own reader finds", async () => {
  // Names go through the escapes of the HTML standard, which that reader does not take back.
  const name = fc.string({ unit: "binary", minLength: 1 }).map((text) => text.replaceAll(/["\r\n%]/g, "_"));
  const file = fc.uint8Array().map((bytes) => new File([bytes], "file", { type: "application/octet-stream" }));
  const value = fc.oneof(fc.string({ unit: "binary" }), file);
  await fc.assert(fc.asyncProperty(fc.dictionary(name, fc.oneof(value, fc.array(value))), async (body) => {
    const { request } = await draftOf(multipartBody(), { body });
    const form = await new Response(request.body, { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
    const expected = Object.entries(body).flatMap(([key, item]) => [item].flat().map((one): [string, typeof one] => [key, one]));
    assert.deepEqual(await readable([...form]), await readable(expected));
  }), { numRuns: 60 });
});

function readable(entries: [string, string | Blob][]): Promise<unknown[]> {
  return Promise.all(entries.map(async ([name, value]) => [name, typeof value === "string" ? value : [value.type, ...new Uint8Array(await value.arrayBuffer())]]));
}
