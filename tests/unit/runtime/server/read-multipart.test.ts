import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formPart } from "../../../../generator/runtime/form-part.ts";
import { multipartBody, type MultipartEncoding } from "../../../../generator/runtime/multipart.ts";
import type { ContentContract, Shape } from "../../../../generator/runtime/server/contract.ts";
import { readContent } from "../../../../generator/runtime/server/read-content.ts";
import { urlencodedBody } from "../../../../generator/runtime/urlencoded.ts";
import { draftOf } from "../draft-of.ts";
import { integer, text } from "./reading.ts";

const file: Shape = { scalars: ["string"], binary: true };

function read(body: string | Uint8Array, shape: Shape = {}, encoding?: ContentContract<never>["encoding"], contentType = "multipart/form-data; boundary=b"): unknown {
  const content: ContentContract<never> = { mediaType: "multipart/form-data", kind: "multipart", shape, ...(encoding && { encoding }) };
  const result = readContent(typeof body === "string" ? new TextEncoder().encode(body) : body, content, contentType, { depth: 20 });
  return "value" in result ? result.value : result.violations.map(({ path, keyword, message }) => `${keyword} ${path} ${message}`);
}

/** A body of parts, whose headers and contents are given with `|` between their lines. */
const parts = (...given: string[]) => `${given.map((part) => `--b\r\n${part.replaceAll("|", "\r\n")}\r\n`).join("")}--b--\r\n`;
const named = (name: string, rest = "") => `Content-Disposition: form-data; name="${name}"${rest}`;

/** Values with the bytes of their files: `["a.txt", "text/plain", "1"]`, without a name for a Blob. */
async function readable(value: unknown): Promise<unknown> {
  if (value instanceof File) return [value.name, value.type, await value.text()];
  if (value instanceof Blob) return [value.type, await value.text()];
  if (Array.isArray(value)) return Promise.all(value.map(readable));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, member]) => [name, await readable(member)])));
}

test("parts are what their shapes say", async () => {
  const shape: Shape = { properties: { n: integer, at: { properties: {} }, tags: { items: text }, photo: file, files: { items: file } } };
  const body = parts(
    `${named("n")}||5`, `${named("at")}|Content-Type: application/json||{"x":1}`, `${named("tags")}||a`, `${named("tags")}||é`, `${named("photo")}||raw`,
    `${named("files", '; filename="a.txt"')}|Content-Type: text/plain||1`, `${named("other")}||x`,
  );
  assert.deepEqual(await readable(read(body, shape)), { n: 5, at: { x: 1 }, tags: ["a", "é"], photo: ["", "raw"], files: [["a.txt", "text/plain", "1"]], other: "x" });
});

test("a part with a file name or of another type than text is a file, unless the schema wants its text or its JSON", async () => {
  const shape: Shape = { properties: { note: text, meta: { properties: {} }, avatar: text, page: text } };
  const body = parts(
    `${named("note", '; filename="note.txt"')}|Content-Type: text/plain||hello`, `${named("meta", '; filename="blob"')}|Content-Type: application/json||{"a":1}`,
    `${named("avatar")}|Content-Type: image/png||PNG`, `${named("page")}|Content-Type: application/xml||<a/>`, `${named("x", '; filename="x"')}||1`, `${named("y")}|Content-Type: application/pdf||2`,
  );
  assert.deepEqual(await readable(read(body, shape)), { note: "hello", meta: { a: 1 }, avatar: ["image/png", "PNG"], page: "<a/>", x: ["x", "", "1"], y: ["application/pdf", "2"] });
});

test("names are in UTF-8, with escapes as browsers and curl write them, or in filename*", async () => {
  const nameOf = async (rest: string) => {
    const value = await readable(read(parts(`${named("f", rest)}||1`)));
    return typeof value === "object" && value !== null && "f" in value && Array.isArray(value.f) ? value.f[0] : value;
  };
  assert.equal(await nameOf('; filename="é 😀.txt"'), "é 😀.txt");
  assert.equal(await nameOf('; filename="a%22b%0D%0A.txt"'), 'a"b\r\n.txt');
  assert.equal(await nameOf('; filename="a\\"b.txt"'), 'a"b.txt');
  assert.equal(await nameOf('; filename="C:\\dir\\"'), "C:\\dir\\");
  assert.equal(await nameOf('; filename="semi;colon; x=y"'), "semi;colon; x=y");
  assert.equal(await nameOf("; filename=plain.txt"), "plain.txt");
  assert.equal(await nameOf("; filename=\"euro.txt\"; filename*=UTF-8''%E2%82%AC.txt"), "€.txt");
  assert.equal(await nameOf("; filename=\"x\"; filename*=ISO-8859-1''%A3"), "x");
});

test("what stands around the parts is nothing, an empty part is empty, and no line in it begins as its boundary does", () => {
  assert.deepEqual(read(`preamble\r\n--b\r\n${named("a")}\r\n\r\n\r\n--b  \r\n${named("c")}\r\n\r\nx\r\n--b-\r\n--b--`), ["content  must have a line break after each boundary"]);
  assert.deepEqual(read(`preamble\r\n--b\r\n${named("a")}\r\n\r\n\r\n--b \t\r\n${named("c")}\r\n\r\n--x\n--b\r\n--b--epilogue`), { a: "", c: "--x\n--b" });
  assert.deepEqual(read("--b--\r\n"), {});
  assert.deepEqual(read("--b--", {}, undefined, 'multipart/form-data; charset=utf-8; boundary="b"'), {});
});

test("a body that is broken is refused, and says why", () => {
  const cases: [body: string, message: string, contentType?: string][] = [
    ["", "content  must end with its boundary"],
    ["no boundary", "content  must end with its boundary"],
    [`--b\r\n${named("a")}\r\n\r\nx`, "content  must end with its boundary"],
    [parts("||x"), "content  must have no part without a name"],
    [parts("Content-Disposition: form-data||x"), "content  must have no part without a name"],
    [parts(`${named("a")}|x`), "content  must have an empty line after at most 16384 bytes of headers of a part"],
    [parts(`${named("a")}|X: ${"y".repeat(20_000)}||x`), "content  must have an empty line after at most 16384 bytes of headers of a part"],
    [parts(`${named("a")}|Content-Transfer-Encoding: base64||eA==`), "content  must have no part with a Content-Transfer-Encoding"],
    [parts(...Array.from({ length: 1001 }, () => `${named("a")}||x`)), "content  must not have more than 1000 parts"],
    ["--b--", "content  must be of a Content-Type with a boundary of 1 to 70 characters", "multipart/form-data"],
    ["--b--", "content  must be of a Content-Type with a boundary of 1 to 70 characters", `multipart/form-data; boundary=${"b".repeat(71)}`],
  ];
  for (const [body, message, contentType] of cases) assert.deepEqual(read(body, {}, undefined, contentType), [message]);
});

test("text that is no UTF-8 is refused, but a file may be anything", async () => {
  const [before = "", after = ""] = parts(`${named("a", '; filename="f"')}||#`).split("#");
  const body = (head: string) => Uint8Array.from([...new TextEncoder().encode(head), 0xff, ...new TextEncoder().encode(after)]);
  assert.deepEqual(read(body(before.replace('; filename="f"', ""))), ["encoding /a must be UTF-8"]);
  const value = read(body(before));
  assert.ok(typeof value === "object" && value !== null && "a" in value && value.a instanceof Blob);
  assert.deepEqual([...new Uint8Array(await value.a.arrayBuffer())], [0xff]);
  assert.deepEqual(read(body(before.replace('name="a"', 'name="\u00e9"')).map((byte) => (byte === 0xc3 ? 0xff : byte))), ["encoding  must have headers of parts in UTF-8"]);
});

test("__proto__ is a part like any other", () => {
  assert.deepEqual(read(parts(`${named("__proto__")}||x`, `${named("constructor")}||y`)), JSON.parse('{"__proto__":"x","constructor":"y"}'));
});

async function sendMultipart(body: object, shape: Shape, encoding: MultipartEncoding & ContentContract<never>["encoding"] = {}): Promise<unknown> {
  const { request } = await draftOf(multipartBody(encoding), { body });
  const sent = new Uint8Array(await new Response(request.body).arrayBuffer());
  return readable(read(sent, shape, encoding, request.headers["content-type"]));
}

const anyText = fc.string({ unit: "binary" });
const names = anyText.filter((name) => !/%(22|0D|0A)|\\"|^\s|\s$|^(n|at|tags|blobs|words|R|deep.*)$/i.test(name));
const objects = fc.dictionary(anyText, anyText, { noNullPrototype: true });

test("what our client sends as multipart is read back equal", async () => {
  const shape: Shape = { properties: { n: integer, at: { properties: {} }, tags: { items: text }, blobs: { items: file }, words: { items: text }, deep: { properties: {} }, color: { properties: { R: integer } } } };
  const encoding = { words: { style: "spaceDelimited" }, deep: { style: "deepObject" }, color: { style: "form" } } as const;
  const blob = fc.tuple(anyText, fc.constantFrom("", "text/plain", "image/png"), fc.constantFrom("a.txt", "é\\", 'q"')).map(([content, type, name]) => new File([content], name, { type }));
  const body = fc.record({
    n: fc.maxSafeInteger(), at: objects, tags: fc.array(anyText, { minLength: 1 }), blobs: fc.array(blob, { minLength: 1, maxLength: 3 }),
    words: fc.array(anyText.filter((word) => !word.includes(" ")), { minLength: 1 }), deep: fc.record({ x: anyText, y: fc.record({ z: anyText }) }), color: fc.record({ R: fc.nat() }), rest: fc.dictionary(names, anyText),
  }, { noNullPrototype: true }).map(({ rest, ...one }) => ({ ...rest, ...one }));
  await fc.assert(fc.asyncProperty(body, async (sent) => {
    const expected = await readable({ ...sent, n: sent.n || 0, blobs: sent.blobs.map((one) => new File([one], one.name, { type: one.type || "application/octet-stream" })) });
    assert.deepEqual(await sendMultipart(sent, shape, encoding), expected);
  }), { numRuns: 60 });
  assert.deepEqual(await sendMultipart({ csv: formPart("a,b", { fileName: "a.csv", contentType: "text/csv" }) }, {}), { csv: ["a.csv", "text/csv", "a,b"] });
});

test("what our client sends as a form is read back equal", async () => {
  const shape: Shape = { properties: { n: integer, at: { properties: {} }, tags: { items: text }, rows: { items: { properties: {} } }, words: { items: text }, deep: { properties: {} }, color: { properties: { R: integer } } } };
  const encoding = { words: { style: "pipeDelimited" }, deep: { style: "deepObject" }, color: { explode: true } } as const;
  const body = fc.record({
    n: fc.maxSafeInteger(), at: objects, tags: fc.array(anyText, { minLength: 1 }), rows: fc.array(objects, { minLength: 1 }), words: fc.array(anyText.filter((word) => !word.includes("|")), { minLength: 1 }),
    deep: fc.record({ x: anyText, y: fc.record({ z: anyText }) }, { noNullPrototype: true }), color: fc.record({ R: fc.nat() }, { noNullPrototype: true }), rest: fc.dictionary(names, anyText),
  }, { noNullPrototype: true }).map(({ rest, ...one }) => ({ ...rest, ...one, n: one.n || 0 }));
  await fc.assert(fc.asyncProperty(body, async (sent) => {
    const { request } = await draftOf(urlencodedBody(encoding), { body: sent });
    const content: ContentContract<never> = { mediaType: "application/x-www-form-urlencoded", kind: "urlencoded", shape, encoding };
    const result = readContent(new TextEncoder().encode(String(request.body)), content, "", { depth: 20 });
    assert.deepEqual("value" in result && (await readable(result.value)), await readable(sent));
  }), { numRuns: 60 });
});
