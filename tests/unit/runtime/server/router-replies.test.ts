import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEntry, RouterOptions } from "../../../../generator/runtime/server/options.ts";
import type { Reply } from "../../../../generator/runtime/server/reply.ts";
import { eventText } from "../../../../generator/runtime/server/respond-event.ts";
import { ask, jsonBody, textOf } from "./ask.ts";
import { petsRouter } from "./pets.ts";

/** What a reply of the handler of an operation becomes. */
async function replyOf(reply: unknown, { url = "/pets/7", options = {}, ...request }: { url?: string; options?: RouterOptions; method?: string; body?: string; headers?: { [name: string]: string } } = {}) {
  const give = () => reply;
  const { router, logged } = petsRouter({ pets: { get: give, list: give, add: give }, photo: { get: give }, feed: { lines: give, events: give } }, options);
  return { ...(await ask(router, { url, ...request })), logged };
}

const keywords = (logged: readonly LogEntry[]) => logged.flatMap(({ kind, violations = [] }) => violations.map(({ keyword, path }) => `${kind} ${keyword} ${path}`.trim()));

test("an answer that breaks the document is a 500 that says so in the log only", async () => {
  for (const [reply, found] of [
    [{ status: 200, body: { nam: "secret" } }, "invalid-response type"],
    [{ status: 200, body: undefined }, "invalid-response required"],
    [{ status: 418, body: { error: 1 } }, undefined],
    [{ status: 418, body: { secret: 1 } }, "invalid-response type"],
    [{ status: 302, body: undefined }, "invalid-response responses"],
    [{ status: 200, body: { name: "A" }, headers: { "content-type": "text/html" } }, "invalid-response content"],
  ] as const) {
    const { status, text, logged } = await replyOf(reply);
    assert.deepEqual([status, keywords(logged)], found ? [500, [found]] : [418, []], JSON.stringify(reply));
    assert.doesNotMatch(text, /secret|schema/);
  }
});

test("with `report` it is logged and sent, with `off` it is sent", async () => {
  for (const [responses, count] of [["report", 1], ["off", 0]] as const) {
    const { status, text, logged } = await replyOf({ status: 200, body: { nam: 1 } }, { options: { responses } });
    assert.deepEqual([status, text, logged.length], [200, '{"nam":1}', count]);
    assert.equal((await replyOf({ status: 302, body: "x", headers: { location: "/y" } }, { options: { responses } })).headers["location"], "/y");
  }
});

test("what is no reply at all is a 500", async () => {
  const circle: { name: string; self?: unknown } = { name: "x" };
  circle.self = circle;
  for (const reply of [undefined, null, "text", { status: 99, body: { name: "" } }, { status: 200, body: circle }, { status: 200, body: { name: "a", toJSON: () => undefined } }]) {
    const { status, logged } = await replyOf(reply, { options: { responses: "off" } });
    assert.deepEqual([status, logged.map(({ kind }) => kind)], [500, ["invalid-response"]]);
  }
});

test("the document's headers are asked for, judged, and written in style simple; others are texts", async () => {
  const add = (headers: object) => replyOf({ status: 201, body: { name: "A" }, headers }, { url: "/pets", method: "POST", ...jsonBody({ name: "A" }) });
  assert.deepEqual(keywords((await add({})).logged), ["invalid-response required header location"]);
  assert.deepEqual(keywords((await add({ location: "/", "x-sizes": 7 })).logged), ["invalid-response type header x-sizes"]);
  const { headers } = await add({ LOCATION: "/pets/1", "X-Sizes": ["a", "b"], "X-Count": 3, "Set-Cookie": ["a=1", "b=2"], "X-None": undefined });
  assert.deepEqual(headers, { "content-type": "application/json", location: "/pets/1", "x-sizes": "a,b", "x-count": "3", "set-cookie": ["a=1", "b=2"] });
});

test("a header cannot end its line, nor say how the message is framed", async () => {
  const mallory: { [name: string]: unknown }[] = [{ a: "x\r\nset-cookie: y" }, { a: "x\n" }, { a: "\0" }, { a: "€" }, { "a b": "x" }, { "a\r\nb": "x" }, { "": "x" }, { "content-length": "1" },
    { "Transfer-Encoding": "chunked" }, { connection: "x" }, { a: {} }, { a: ["x", "y\n"] }, { "content-type": "application/json\r\nx: y" }];
  for (const headers of mallory) {
    const { status, headers: sent, logged } = await replyOf({ status: 200, body: { name: "A" }, headers }, { options: { responses: "off" } });
    assert.deepEqual([status, sent, logged.length], [500, { "content-type": "application/problem+json" }, 1], JSON.stringify(headers));
  }
});

test("JSON may have integers of any size", async () => {
  assert.equal((await replyOf({ status: 200, body: { name: "A", id: 2n ** 63n } })).text, '{"name":"A","id":9223372036854775808}');
});

test("a body may be text, bytes, a Blob or a stream, and says its own type in a range", async () => {
  const bytes = new TextEncoder().encode("PNG");
  async function* chunks() { yield "P"; yield bytes.subarray(1); }
  const png = { "content-type": "image/png" };
  for (const [body, headers] of [["PNG", png], [bytes, png], [bytes.buffer, png], [new DataView(bytes.buffer), png], [new Blob([bytes], { type: "image/png" }), undefined],
    [new Blob([bytes]).stream(), png], [chunks(), png]] as const) {
    const answer = await replyOf({ status: 200, body, ...(headers && { headers }) }, { url: "/pets/7/photo" });
    assert.deepEqual([answer.status, answer.headers["content-type"], answer.text], [200, "image/png", "PNG"]);
  }
  assert.equal((await replyOf({ status: 200, body: { a: 1 } }, { url: "/pets/7/photo" })).status, 500);
});

test("lines are sent one by one, and one that breaks the document ends the stream", async () => {
  async function* items(last: unknown) { yield { name: "A" }; yield last; }
  assert.equal((await replyOf({ status: 200, body: items({ name: "B\n" }) }, { url: "/feed" })).text, '{"name":"A"}\n{"name":"B\\n"}\n');
  assert.equal((await replyOf({ status: 200, body: [{ name: "A" }] }, { url: "/feed" })).text, '{"name":"A"}\n');
  const logged: LogEntry[] = [];
  await assert.rejects(replyOf({ status: 200, body: items({ nam: "B" }) }, { url: "/feed", options: { log: (entry) => void logged.push(entry) } }));
  assert.deepEqual(keywords(logged), ["invalid-response type"]);
});

test("events are sent by their fields, data that is no text as JSON, and no field can begin another", async () => {
  const send = (...items: unknown[]) => replyOf({ status: 200, body: items }, { url: "/events" });
  const { headers, text } = await send({ data: "a\nb\r\ndata: c" }, { event: "tick", id: "1", retry: 50, data: { n: 1 } }, { data: "" });
  assert.equal(headers["content-type"], "text/event-stream");
  assert.equal(text, 'data: a\ndata: b\ndata: data: c\n\nevent: tick\nid: 1\nretry: 50\ndata: {"n":1}\n\ndata: \n\n');
  for (const wrong of [{ event: "a\nb" }, { id: "a\rb" }, { id: "\0" }, "text", null]) await assert.rejects(send(wrong), Error, JSON.stringify(wrong));
});

test("data that the document has as JSON is judged as the value that it is, and always sent as JSON", () => {
  const judged: unknown[] = [];
  const write = (data: unknown) => eventText({ event: "tick", data }, { json: true, judge: (event) => void judged.push(event) });
  assert.equal(write({ n: 1 }), 'event: tick\ndata: {"n":1}\n\n');
  assert.equal(write("text"), 'event: tick\ndata: "text"\n\n');
  assert.deepEqual(judged, [{ event: "tick", data: { n: 1 } }, { event: "tick", data: "text" }]);
});

test("a stream that fails is logged and fails, and who stops reading stops it", async () => {
  const logged: LogEntry[] = [];
  const options = { log: (entry: LogEntry) => void logged.push(entry) };
  const error = new Error("disk");
  async function* failing() { yield { name: "A" }; throw error; }
  await assert.rejects(replyOf({ status: 200, body: failing() }, { url: "/feed", options }), error);
  assert.deepEqual(logged.map(({ kind }) => kind), ["stream-failed"]);
  let isStopped = false;
  const waiting: AsyncIterable<unknown> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined), return: () => { isStopped = true; return Promise.resolve({ done: true, value: undefined }); } }) };
  await replyOf({ status: 200, body: waiting }, { url: "/feed", method: "HEAD" });
  assert.ok(isStopped);
});

const envelope = ({ kind, status }: { kind: string; status: number }): Reply => ({ status, body: { error: kind } });

test("a mapping makes the application's own body of every problem, and HTTP's headers stay", async () => {
  const options = { error: envelope };
  const other = await replyOf(undefined, { method: "PATCH", options });
  assert.deepEqual([other.status, other.headers, other.text], [405, { "content-type": "application/json", allow: "GET, HEAD, DELETE" }, '{"error":"method-not-allowed"}']);
  const kinds = await Promise.all([
    replyOf(undefined, { url: "/nowhere", options }), replyOf(undefined, { url: "/pets/x", options }), replyOf(undefined, { options }),
    replyOf(undefined, { url: "/pets", headers: { accept: "a/b" }, options }), replyOf(undefined, { url: "/pets", method: "POST", body: "x", options }),
  ]);
  assert.deepEqual(kinds.map(({ text }) => JSON.parse(text).error), ["not-found", "invalid-request", "invalid-response", "not-acceptable", "unsupported-media-type"]);
});

test("a mapping may answer what a handler threw, with a status of its own", async () => {
  class Missing extends Error {}
  const { router } = petsRouter({ pets: { get: () => { throw new Missing(); } } }, { error: (problem, { error }) => (error instanceof Missing ? { status: 404, body: { error: "gone" } } : envelope(problem)) });
  assert.deepEqual([(await ask(router, { url: "/pets/7" })).status, (await ask(router, { url: "/pets/7" })).text], [404, '{"error":"gone"}']);
});

test("a mapping that fails is logged, and problem details are sent; one that breaks the document is logged and sent", async () => {
  const fails = await replyOf(undefined, { url: "/pets/x", options: { error: () => { throw new Error("x"); } } });
  assert.deepEqual([fails.status, fails.headers["content-type"], fails.logged.map(({ kind }) => kind)], [400, "application/problem+json", ["mapping-failed"]]);
  const splits = await replyOf(undefined, { url: "/pets/x", options: { error: () => ({ status: 400, body: { error: 1 }, headers: { a: "\n" } }) } });
  assert.deepEqual([splits.status, splits.headers["content-type"]], [400, "application/problem+json"]);
  const breaks = await replyOf(undefined, { url: "/pets/x", options: { error: () => ({ status: 400, body: { err: 1 } }) } });
  assert.deepEqual([breaks.status, breaks.text, keywords(breaks.logged)], [400, '{"err":1}', ["mapping-failed type"]]);
});

test("a reply is not changed by being sent", async () => {
  const reply = Object.freeze({ status: 200, body: Object.freeze({ name: "A" }), headers: Object.freeze({ "X-A": "1" }) });
  assert.equal(await textOf((await replyOf(reply)).body), '{"name":"A"}');
});
