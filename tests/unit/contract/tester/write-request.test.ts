import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import type { RequestValues } from "../../../../generator/contract/tester/case.ts";
import type { WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import type { TestedOperation } from "../../../../generator/contract/tester/phase.ts";
import { nothingSaid } from "../../../../generator/contract/tester/values/places.ts";
import { sampleFile } from "../../../../generator/contract/tester/sample-file.ts";
import { testedApi } from "./tested-api.ts";

async function operation(path: string, described: JsonObject, method = "get"): Promise<TestedOperation> {
  const { operations: [first] } = await testedApi({ [path]: { [method]: { responses: { "200": { description: "" } }, ...described } } });
  assert.ok(first);
  return first;
}

const values = (given: Partial<RequestValues>): RequestValues => ({ ...nothingSaid, ...given });
const one = (name: string, value: Json): ReadonlyMap<string, Json> => new Map([[name, value]]);
const list = { type: "array", items: { type: "string" } };
const object = { type: "object", properties: { R: { type: "integer" }, G: { type: "integer" } } };

async function target(parameter: JsonObject, value: Json): Promise<string> {
  const inPath = parameter["in"] === "path";
  const { write } = await operation(inPath ? "/a/{p}" : "/a", { parameters: [{ name: "p", ...(inPath && { required: true }), ...parameter }] });
  return write(values({ [inPath ? "path" : "query"]: one("p", value) })).target;
}

test("a query is written in each of its styles", async () => {
  assert.equal(await target({ in: "query", schema: list }, ["a,b", "c d"]), "/a?p=a%2Cb&p=c%20d");
  assert.equal(await target({ in: "query", explode: false, schema: list }, ["a,b", "c"]), "/a?p=a%2Cb,c");
  assert.equal(await target({ in: "query", style: "spaceDelimited", explode: false, schema: list }, ["a", "b"]), "/a?p=a%20b");
  assert.equal(await target({ in: "query", style: "pipeDelimited", explode: false, schema: list }, ["a", "b"]), "/a?p=a%7Cb");
  assert.equal(await target({ in: "query", style: "deepObject", explode: true, schema: object }, { R: 1, G: 2 }), "/a?p%5BR%5D=1&p%5BG%5D=2");
  assert.equal(await target({ in: "query", schema: object }, { R: 1, G: 2 }), "/a?R=1&G=2");
  assert.equal(await target({ in: "query", allowReserved: true, schema: { type: "string" } }, "a/b?c"), "/a?p=a/b?c");
  assert.equal(await target({ in: "query", content: { "application/json": { schema: object } } }, { R: 1 }), "/a?p=%7B%22R%22%3A1%7D");
});

test("a path is written in each of its styles", async () => {
  assert.equal(await target({ in: "path", schema: list }, ["a", "b/c"]), "/a/a,b%2Fc");
  assert.equal(await target({ in: "path", style: "label", explode: true, schema: object }, { R: 1, G: 2 }), "/a/.R=1.G=2");
  assert.equal(await target({ in: "path", style: "matrix", schema: list }, ["a", "b"]), "/a/;p=a,b");
});

test("headers and cookies are written, and what HTTP could not carry is refused", async () => {
  const { write } = await operation("/a", { parameters: [{ name: "X-List", in: "header", schema: list }, { name: "c", in: "cookie", schema: { type: "string" } }] });
  const { headers } = write(values({ headers: one("X-List", ["a", "b"]), cookies: one("c", "d e") }));
  assert.deepEqual(headers, [["accept", "*/*"], ["x-list", "a,b"], ["cookie", "c=d%20e"]]);
  for (const text of ["a\r\nb", " a", "日", "é"]) assert.throws(() => write(values({ headers: one("X-List", [text]) })), text);
});

test("a path that a URL would change is refused", async () => {
  const { write } = await operation("/a/{p}/b", { parameters: [{ name: "p", in: "path", required: true, schema: { type: "string" } }] });
  for (const text of ["", ".", ".."]) assert.throws(() => write(values({ path: one("p", text) })), JSON.stringify(text));
  assert.throws(() => write(nothingSaid), "nothing stands in its place");
  assert.equal(write(values({ path: one("p", "...") })).target, "/a/.../b");
  assert.throws(() => write(values({ path: one("p", "\ud800") })), "half of a character");
});

async function body(mediaType: string, described: JsonObject, value: Json): Promise<WireRequest> {
  const { write } = await operation("/a", { requestBody: { required: true, content: { [mediaType]: described } } }, "post");
  return write(values({ body: { mediaType, value } }));
}

const textOf = ({ body: bytes }: WireRequest): string => new TextDecoder().decode(bytes);
const typeOf = ({ headers }: WireRequest): string | undefined => headers.find(([name]) => name === "content-type")?.[1];

test("a body is written as its media type has it", async () => {
  assert.equal(textOf(await body("application/json", {}, { a: [1, "é"] })), '{"a":[1,"é"]}');
  assert.equal(textOf(await body("application/x-www-form-urlencoded", { schema: { type: "object", properties: { a: list } } }, { a: ["x y", "z"], b: 1 })), "a=x+y&a=z&b=1");
  assert.equal(textOf(await body("application/x-ndjson", {}, [{ a: 1 }, 2])), '{"a":1}\n2\n');
  assert.equal(textOf(await body("text/plain", { schema: { type: "string" } }, "hello")), "hello");
  assert.equal(textOf(await body("application/octet-stream", {}, "bytes")), "bytes");
  assert.equal(typeOf(await body("image/*", {}, "bytes")), "image/png");
});

test("a multipart body is the same bytes every time, has files where the document has, and a boundary that no part has", async () => {
  const schema = { type: "object", properties: { note: { type: "string" }, rows: { type: "object" }, photo: { type: "string", contentMediaType: "image/png" } } };
  const written = await body("multipart/form-data", { schema, encoding: { photo: { contentType: "image/tiff" } } }, { note: "boundary-0", rows: { a: 1 }, photo: "TIFF" });
  assert.equal(typeOf(written), "multipart/form-data; boundary=boundary-1");
  assert.deepEqual(textOf(written).split("\r\n"), [
    "--boundary-1", 'Content-Disposition: form-data; name="note"', "", "boundary-0",
    "--boundary-1", 'Content-Disposition: form-data; name="rows"', "Content-Type: application/json", "", '{"a":1}',
    "--boundary-1", 'Content-Disposition: form-data; name="photo"; filename="photo.bin"', "Content-Type: image/tiff", "", "TIFF",
    "--boundary-1--", "",
  ]);
});

test("a file is one of its media type, by itself and as a part", async () => {
  const png = Buffer.from(sampleFile("image/png")?.bytes ?? []);
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const alone = await body("image/png; q=1", {}, "text");
  assert.ok(png.equals(alone.body ?? Buffer.alloc(0)));
  const form = await body("multipart/form-data", { schema: { type: "object", properties: { photo: { contentMediaType: "image/png" } } }, encoding: { photo: { contentType: "image/png" } } }, { photo: "text" });
  const head = '--boundary-0\r\nContent-Disposition: form-data; name="photo"; filename="photo.png"\r\nContent-Type: image/png\r\n\r\n';
  assert.ok(Buffer.concat([Buffer.from(head), png, Buffer.from("\r\n--boundary-0--\r\n")]).equals(form.body ?? Buffer.alloc(0)));
});

test("what the document says can be answered is asked for", async () => {
  const responses = { "200": { description: "", content: { "application/json": {}, "text/csv": {} } }, "400": { description: "", content: { "application/problem+json": {} } } };
  const { write } = await operation("/a", { responses });
  assert.deepEqual(write(nothingSaid).headers, [["accept", "application/json, text/csv, application/problem+json"]]);
});

test("a query that stands in a path of the document stays before others", async () => {
  const { write } = await operation("/a?beta=true", { parameters: [{ name: "p", in: "query", schema: { type: "string" } }] });
  assert.equal(write(values({ query: one("p", "x") })).target, "/a?beta=true&p=x");
});
