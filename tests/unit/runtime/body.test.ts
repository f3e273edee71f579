import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { binaryBody, jsonBody, linesBody, oneOfBodies, requiredBody, textBody } from "../../../generator/runtime/body.ts";
import { ArgumentError } from "../../../generator/runtime/errors.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { urlencodedBody } from "../../../generator/runtime/urlencoded.ts";
import { wireServer } from "../../support/wire-server.ts";

type Args = { body?: unknown; contentType?: string };

const { received, sent } = wireServer();
const post = (...parts: Part[]) => operation<Args, unknown>("POST /things", ...parts);

/** `application/json: {"a":1}`: the body of a request behind its media type. */
async function bodyOf(args: Args, ...parts: Part[]): Promise<string> {
  const { headers, body } = await sent(post(...parts), args);
  return `${headers["content-type"]}: ${body}`;
}

test("a body is JSON unless a part says otherwise, and so is text", async () => {
  assert.equal(await bodyOf({ body: { a: [1, null] } }), 'application/json: {"a":[1,null]}');
  assert.equal(await bodyOf({ body: "text" }), 'application/json: "text"');
  assert.equal(await bodyOf({ body: null }), "application/json: null");
  assert.equal(await bodyOf({ body: false }), "application/json: false");
});

test("JSON of another media type has its name", async () => {
  assert.equal(await bodyOf({ body: { a: "é" } }, jsonBody("application/vnd.pets+json; v=2")), 'application/vnd.pets+json; v=2: {"a":"é"}');
});

test("without a body there is no content type either", async () => {
  for (const parts of [[], [jsonBody("application/merge-patch+json")], [textBody("text/csv")], [binaryBody("image/*")], [urlencodedBody()]]) {
    assert.equal(await bodyOf({}, ...parts), "undefined: ");
    assert.equal(await bodyOf({ body: undefined }, ...parts), "undefined: ");
  }
});

test("a body that must be given is asked for before anything is sent", async () => {
  const count = received.length;
  await assert.rejects(bodyOf({}, requiredBody()), { name: "ArgumentError", argument: "body" });
  assert.equal(received.length, count);
  assert.equal(await bodyOf({ body: null }, requiredBody()), "application/json: null");
});

test("a DELETE can have a body", async () => {
  const { method, headers, body } = await sent(operation<Args, unknown>("DELETE /things"), { body: { ids: [1] } });
  assert.deepEqual([method, headers["content-type"], String(body)], ["DELETE", "application/json", '{"ids":[1]}']);
});

test("text goes as it is", async () => {
  assert.equal(await bodyOf({ body: "a,b\r\n1,2" }, textBody("text/csv; header=present")), "text/csv; header=present: a,b\r\n1,2");
  assert.equal(await bodyOf({ body: 12 }, textBody("text/plain")), "text/plain: 12");
  await assert.rejects(bodyOf({ body: { a: 1 } }, textBody("application/xml")), ArgumentError);
});

test("values are written one a line, or behind a record separator", async () => {
  assert.equal(await bodyOf({ body: [{ a: 1 }, "b\nc"] }, linesBody("application/x-ndjson")), 'application/x-ndjson: {"a":1}\n"b\\nc"\n');
  assert.equal(await bodyOf({ body: [1, 2] }, linesBody("application/json-seq")), "application/json-seq: \x1e1\n\x1e2\n");
});

const bytes = Uint8Array.of(0, 255, 13, 10, 128);
const many = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < many.length; start += 65_536) yield many.subarray(start, start + 65_536);
}

const kinds: [name: string, body: () => unknown, expected: Uint8Array][] = [
  ["Blob", () => new Blob([bytes]), bytes],
  ["ArrayBuffer", () => bytes.buffer, bytes],
  ["Uint8Array", () => bytes.subarray(1, 4), bytes.subarray(1, 4)],
  ["DataView", () => new DataView(bytes.buffer, 2), bytes.subarray(2)],
  ["string", () => "é", new TextEncoder().encode("é")],
  ["ReadableStream", () => new Blob([many]).stream(), many],
  ["stream of Node", () => Readable.from([Buffer.from(bytes), Buffer.from(bytes)]), Uint8Array.of(...bytes, ...bytes)],
  ["async iterable", chunks, many],
];

for (const [name, body, expected] of kinds) {
  test(`bytes go as they are: ${name}`, async () => {
    const request = await sent(post(binaryBody("application/octet-stream")), { body: body() });
    assert.equal(request.headers["content-type"], "application/octet-stream");
    assert.ok(request.body.equals(expected), `${request.body.length} bytes instead of ${expected.length}`);
  });
}

test("where the document leaves open what bytes are, the caller says it, or the Blob", async () => {
  const png = new Blob(["x"], { type: "image/png" });
  assert.equal(await bodyOf({ body: png }, binaryBody("image/*")), "image/png: x");
  assert.equal(await bodyOf({ body: "x", contentType: "image/gif" }, binaryBody("image/*")), "image/gif: x");
  assert.equal(await bodyOf({ body: "x" }, binaryBody("*/*")), "application/octet-stream: x");
  assert.equal(await bodyOf({ body: png }, binaryBody("image/webp")), "image/webp: x");
});

test("what is neither bytes nor text is refused", async () => {
  await assert.rejects(bodyOf({ body: { a: 1 } }, binaryBody("application/pdf")), { name: "ArgumentError", argument: "body" });
  await assert.rejects(bodyOf({ body: "a=1" }, urlencodedBody()), { name: "ArgumentError", argument: "body" });
});

test("a range of media types is never sent as the type of a body", async () => {
  assert.equal(await bodyOf({ body: { a: 1 } }, jsonBody("application/*+json")), 'application/json: {"a":1}');
  assert.equal(await bodyOf({ body: { a: 1 }, contentType: "application/geo+json" }, jsonBody("application/*+json")), 'application/geo+json: {"a":1}');
  assert.equal(await bodyOf({ body: "a", contentType: "text/*" }, textBody("text/*")), "text/plain: a");
});

const choices = oneOfBodies({
  "application/json": jsonBody("application/json"), "text/plain": textBody("text/plain"), "image/*": binaryBody("image/*"),
  "application/*+json": jsonBody("application/*+json"), "application/x-www-form-urlencoded": urlencodedBody(),
});

test("of several media types the first is taken, or the one that is named", async () => {
  assert.equal(await bodyOf({ body: "a" }, choices), 'application/json: "a"');
  assert.equal(await bodyOf({ body: "a", contentType: "text/plain" }, choices), "text/plain: a");
  assert.equal(await bodyOf({ body: { a: "b c" }, contentType: "application/x-www-form-urlencoded" }, choices), "application/x-www-form-urlencoded: a=b+c");
  assert.equal(await bodyOf({ body: "x", contentType: "image/png" }, choices), "image/png: x");
  assert.equal(await bodyOf({ body: "x", contentType: "application/ld+json" }, choices), 'application/ld+json: "x"');
  assert.equal(await bodyOf({ body: "x", contentType: "a/b" }, oneOfBodies({ "text/plain": textBody("text/plain"), "*/*": binaryBody("*/*") })), "a/b: x");
  assert.equal(await bodyOf({ contentType: "text/plain" }, choices), "undefined: ");
});

test("a media type that the document does not know is refused", async () => {
  await assert.rejects(bodyOf({ body: "a", contentType: "text/html" }, choices), { name: "ArgumentError", argument: "contentType" });
  await assert.rejects(bodyOf({ body: "a", contentType: "constructor" }, choices), { name: "ArgumentError", argument: "contentType" });
});
