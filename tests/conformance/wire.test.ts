import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { send } from "../../generator/runtime/send.ts";
import { generatedOperations } from "../support/generated-client.ts";
import { type Received, type Reply, wireServer } from "../support/wire-server.ts";

// What clients of today get wrong: each row is sent by the generated client of wire/openapi.yaml, and asserted as the server has it.
const { received, sent, answer, baseUrl } = wireServer();
const operations = await generatedOperations("tests/conformance/wire/openapi.yaml");
type Args = { readonly [argument: string]: unknown };

function operationOf(name: string) {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`No operation ${name}`);
  return operation;
}

const sentBy = (name: string, args: Args): Promise<Received> => sent(operationOf(name), args);

const targets: [row: string, name: string, args: Args, target: string][] = [
  ["deepObject", "query", { obj: { a: "x y", b: 2 } }, "/query?obj%5Ba%5D=x%20y&obj%5Bb%5D=2"],
  ["spaceDelimited", "query", { sp: ["a", "b"] }, "/query?sp=a%20b"],
  ["pipeDelimited", "query", { pi: ["a", "b"] }, "/query?pi=a%7Cb"],
  ["form, explode false", "query", { cs: ["a", "b,c"] }, "/query?cs=a,b%2Cc"],
  ["form, explode true", "query", { ex: ["a", "b"] }, "/query?ex=a&ex=b"],
  ["allowReserved", "query", { raw: "a/b?c" }, "/query?raw=a/b?c"],
  ["content of a query parameter", "query", { filter: { x: 1 } }, "/query?filter=%7B%22x%22%3A1%7D"],
  ["parameters in the order of the document", "query", { filter: { x: 1 }, raw: "r", ex: ["e"], obj: { b: 2 } }, "/query?obj%5Bb%5D=2&ex=e&raw=r&filter=%7B%22x%22%3A1%7D"],
  ["nothing where nothing is given", "query", { obj: {}, sp: [], cs: null, ex: [null, undefined] }, "/query"],
  ["querystring", "whole", { all: { foo: "a + b", bar: true } }, "/whole?foo=a+%2B+b&bar=true"],
  ["a path value is one segment", "plain", { id: "a/b?c#d" }, "/plain/a%2Fb%3Fc%23d"],
  ["a path value that looks encoded", "plain", { id: "100%25" }, "/plain/100%2525"],
  ["matrix, label, and simple with explode", "styles", { mx: ["a", "b"], lb: ["a", "b"], sx: { a: "z" } }, "/styles/;mx=a,b/.a,b/a=z"],
];

for (const [row, name, args, target] of targets) {
  test(`${row}: ${target}`, async () => assert.equal((await sentBy(name, args)).target, target));
}

test("a header that is required is asked for, and lists are joined", async () => {
  const count = received.length;
  await assert.rejects(sentBy("headers", {}), { name: "ArgumentError", argument: "X-Trace" });
  assert.equal(received.length, count);
  const { headers } = await sentBy("headers", { "X-Trace": "t 1", "X-Tags": ["a", "b"] });
  assert.deepEqual([headers["x-trace"], headers["x-tags"], headers["cookie"]], ["t 1", "a,b", undefined]);
});

test("cookies are sent, each in its style", async () => {
  const { headers } = await sentBy("headers", { "X-Trace": "t", session: "é;1", theme: { mode: "dark", size: 2 } });
  assert.equal(headers["cookie"], "session=%C3%A9%3B1; mode=dark; size=2");
});

test("multipart: JSON is JSON, a file has its type, a part its headers", async () => {
  const body = { meta: { title: "é" }, tags: ["a", "b"], file: new Blob([Uint8Array.of(0, 255)]), note: "*hi*" };
  const request = await sentBy("upload", { body });
  const [, boundary = ""] = /^multipart\/form-data; boundary=(\w+)$/.exec(request.headers["content-type"] ?? "") ?? [];
  const part = (head: string[], content: string) => `--${boundary}\r\n${[...head, "", content].join("\r\n")}\r\n`;
  const expected = [
    part(['Content-Disposition: form-data; name="meta"', "Content-Type: application/json"], '{"title":"Ã©"}'),
    part(['Content-Disposition: form-data; name="tags"'], "a"),
    part(['Content-Disposition: form-data; name="tags"'], "b"),
    part(['Content-Disposition: form-data; name="file"; filename="blob"', "Content-Type: image/png"], "\x00\xff"),
    part(['Content-Disposition: form-data; name="note"', "Content-Type: text/markdown", "X-Lang: en"], "*hi*"),
  ];
  assert.equal(request.body.toString("latin1"), `${expected.join("")}--${boundary}--\r\n`);
});

test("urlencoded: a list is its items, an object JSON unless it has a style", async () => {
  const request = await sentBy("form", { body: { name: "Ann Lee", tags: ["a", "b"], address: { city: "X" }, range: { from: 1, to: 2 } } });
  assert.equal(request.headers["content-type"], "application/x-www-form-urlencoded");
  assert.equal(String(request.body), "name=Ann+Lee&tags=a&tags=b&address=%7B%22city%22%3A%22X%22%7D&range%5Bfrom%5D=1&range%5Bto%5D=2");
});

test("a DELETE has a body, in the media type that is chosen", async () => {
  const json = await sentBy("remove", { body: { ids: [1] } });
  assert.deepEqual([json.method, json.headers["content-type"], String(json.body)], ["DELETE", "application/vnd.things+json", '{"ids":[1]}']);
  const csv = await sentBy("remove", { contentType: "text/csv", body: "1\n2" });
  assert.deepEqual([csv.headers["content-type"], String(csv.body)], ["text/csv", "1\n2"]);
  const none = await sentBy("remove", {});
  assert.deepEqual([none.headers["content-type"], none.body.length], [undefined, 0]);
});

test("security of the document is sent where it holds, and nowhere else", async () => {
  const settings = { auth: { key: "secret" } };
  assert.equal((await sent(operationOf("query"), {}, settings)).headers["x-key"], "secret");
  assert.equal((await sent(operationOf("events"), {}, settings)).headers["x-key"], undefined);
});

describe("answers", () => {
  async function answerTo(name: string, reply: Reply): Promise<unknown> {
    answer(reply);
    return send({ baseUrl: baseUrl() }, operationOf(name), {}).finally(() => answer({}));
  }

  test("server-sent events are events", async () => {
    const reply = { status: 200, headers: { "content-type": "text/event-stream" }, body: "event: tick\ndata: 1\n\ndata: 2\ndata: 3\n\n" };
    assert.deepEqual(await items(await answerTo("events", reply)), [{ event: "tick", data: "1" }, { data: "2\n3" }]);
  });

  test("lines of JSON are rows", async () => {
    const reply = { status: 200, headers: { "content-type": "application/x-ndjson" }, body: '{"n":1}\n{"n":2}\n' };
    assert.deepEqual(await items(await answerTo("rows", reply)), [{ n: 1 }, { n: 2 }]);
  });

  for (const [status, type, text, body] of [
    [200, "application/json", '{"ok":true}', { ok: true }],
    [404, "application/json", '{"missing":"a"}', { missing: "a" }],
    [409, "application/json", '{"wrong":"b"}', { wrong: "b" }],
    [503, "text/plain", "later", "later"],
  ] as const) {
    test(`a ${status} is told apart by its status`, async () => {
      const result = await answerTo("status", { status, headers: { "content-type": type }, body: text });
      assert.ok(typeof result === "object" && result !== null && "status" in result && "body" in result);
      assert.deepEqual([result.status, result.body], [status, body]);
    });
  }
});

async function items(result: unknown): Promise<unknown[]> {
  assert.ok(typeof result === "object" && result !== null && "body" in result && isIterable(result.body));
  const list: unknown[] = [];
  for await (const item of result.body) list.push(item);
  return list;
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
