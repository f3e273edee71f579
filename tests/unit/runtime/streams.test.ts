import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { events, type ServerSentEvent } from "../../../generator/runtime/events.ts";
import { lines } from "../../../generator/runtime/lines.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { send } from "../../../generator/runtime/send.ts";
import { serve } from "./serve.ts";

type Stream<Item> = { status: number; body: AsyncIterable<Item> };

/** Items of a body that comes in these chunks. */
async function items<Item>(part: Part, mediaType: string, chunks: readonly (string | Uint8Array)[]): Promise<Item[]> {
  const { url } = await serve(async (_, response) => {
    response.writeHead(200, { "content-type": mediaType });
    for (const chunk of chunks) {
      response.write(chunk);
      await sleep(5);
    }
    response.end();
  });
  const { body } = await send({ baseUrl: url }, operation<object, Stream<Item>>("GET /", part), {});
  const found: Item[] = [];
  for await (const item of body) found.push(item);
  return found;
}

function eventsOf(...chunks: (string | Uint8Array)[]): Promise<ServerSentEvent[]> {
  return items<ServerSentEvent>(events(), "text/event-stream; charset=utf-8", chunks);
}

test("events end with CR, LF or CRLF, also where the two come apart", async () => {
  assert.deepEqual(await eventsOf("data: a\n\ndata: b\r\rdata: c\r\n\r\n"), [{ data: "a" }, { data: "b" }, { data: "c" }]);
  assert.deepEqual(await eventsOf("data: a\r", "\ndata: b\r", "\n\r", "\ndata: c\n", "\n"), [{ data: "a\nb" }, { data: "c" }]);
  assert.deepEqual(await eventsOf("data: a\r\r", "data: b\r\r"), [{ data: "a" }, { data: "b" }]);
});

test("data of several lines is one text, and one space behind the colon does not count", async () => {
  assert.deepEqual(await eventsOf("data: a\ndata:b\ndata:  c\ndata\n\n"), [{ data: "a\nb\n c\n" }]);
  assert.deepEqual(await eventsOf("data: a: b\n\n"), [{ data: "a: b" }]);
});

test("comments and fields of no meaning are left out, and so is a byte order mark", async () => {
  assert.deepEqual(await eventsOf(new Uint8Array([0xef, 0xbb, 0xbf]), ": hello\nother: x\nDATA: x\ndata: a\n:\n\n:keep alive\n\n"), [{ data: "a" }]);
});

test("event, id and retry belong to their event", async () => {
  assert.deepEqual(await eventsOf("event: add\nid: 1\nretry: 250\ndata: a\n\ndata: b\n\n"), [{ data: "a", event: "add", id: "1", retry: 250 }, { data: "b" }]);
  assert.deepEqual(await eventsOf("id: a\0b\nretry: 1s\nevent:\ndata: a\n\n"), [{ data: "a" }]);
});

test("an event without data is none, but its id holds for the next", async () => {
  assert.deepEqual(await eventsOf("event: x\nid: 5\n\ndata: a\n\n"), [{ data: "a", id: "5" }]);
});

test("empty data is data", async () => {
  assert.deepEqual(await eventsOf("data\n\ndata:\ndata\n\n"), [{ data: "" }, { data: "\n" }]);
});

test("an event that the end cuts off is none", async () => {
  assert.deepEqual(await eventsOf("data: a\n\ndata: b\n"), [{ data: "a" }]);
  assert.deepEqual(await eventsOf("data: a\n\ndata: b"), [{ data: "a" }]);
});

test("characters that come in two chunks are whole", async () => {
  const bytes = new TextEncoder().encode("data: é😀ключ\n\n");
  assert.deepEqual(await eventsOf(...[...bytes].map((byte) => new Uint8Array([byte]))), [{ data: "é😀ключ" }]);
});

test("data can be JSON, and what is none keeps its text", async () => {
  assert.deepEqual(await items(events("text/event-stream", { json: true }), "text/event-stream", ['data: {"a":\ndata: 1}\n\n']), [{ data: { a: 1 } }]);
  await assert.rejects(items(events("text/event-stream", { json: true }), "text/event-stream", ["data: [DONE]\n\n"]), { name: "ApiError", status: 200, body: "[DONE]" });
});

const ndjson = lines("application/jsonl", "application/x-ndjson", "application/json-seq");

test("a line is a value; empty lines are none, and the last needs no end", async () => {
  assert.deepEqual(await items(ndjson, "application/x-ndjson", ['{"a":1}\n\n{"a"', ':2}\r\n \n"', 'é"\nnull\n3']), [{ a: 1 }, { a: 2 }, "é", null, 3]);
  assert.deepEqual(await items(ndjson, "application/jsonl", []), []);
});

test("a line that is no JSON is an ApiError with its text, after those before it", async () => {
  await assert.rejects(items(ndjson, "application/jsonl", ['{"a":1}\n{"a":\n{"a":3}\n']), { name: "ApiError", status: 200, body: '{"a":' });
});

test("a JSON text sequence has its separators before the values, which may have line ends", async () => {
  assert.deepEqual(await items(ndjson, "application/json-seq", ['\x1e{"a":\n1}\n\x1e', '\x1e[2]\n\x1e"x"\n']), [{ a: 1 }, [2], "x"]);
});

test("a long line in many chunks takes time in proportion", async () => {
  const chunk = "x".repeat(64_000);
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/jsonl" });
    response.write('"');
    for (let count = 0; count < 300; count++) response.write(chunk);
    response.end('"\n');
  });
  // Each piece is looked through once: how long the texts are that are split, all together.
  let split = 0;
  const original = String.prototype.split;
  const counted = mock.method(String.prototype, "split", function (this: string, ...args: Parameters<typeof original>) {
    split += this.length;
    return original.apply(this, args);
  });
  try {
    const { body } = await send({ baseUrl: url }, operation<object, Stream<string>>("GET /", ndjson), {});
    for await (const item of body) assert.equal(item.length, 300 * 64_000);
  } finally {
    counted.mock.restore();
  }
  assert.ok(split >= 300 * 64_000 && split < 2 * 300 * 64_000, `${split} characters were split`);
});

for (const [what, part, mediaType, item] of [
  ["events", events(), "text/event-stream", "data: 1\n\n"],
  ["lines", ndjson, "application/x-ndjson", "1\n"],
] as const) {
  test(`whoever stops reading ${what} stops the request`, async () => {
    let served: ServerResponse | undefined;
    const { url } = await serve((_, response) => {
      served = response;
      response.writeHead(200, { "content-type": mediaType });
      response.write(item);
      response.write(item);
    });
    const { body } = await send({ baseUrl: url }, operation<object, Stream<unknown>>("GET /", part), {});
    for await (const first of body) {
      assert.ok(first);
      break;
    }
    assert.ok(served);
    if (!served.closed) await once(served, "close", { signal: AbortSignal.timeout(120_000) });
    assert.equal(served.writableFinished, false);
  });
}

test("a stream can be aborted while it is read", async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  });
  const controller = new AbortController();
  const { body } = await send({ baseUrl: url }, operation<object, Stream<unknown>>("GET /", events()), {}, { signal: controller.signal });
  await assert.rejects(async () => {
    for await (const _ of body) controller.abort();
  }, { name: "AbortError" });
});

test("an error is no stream", async () => {
  const { url } = await serve((_, response) => void response.writeHead(404, { "content-type": "text/event-stream" }).end("data: 1\n\n"));
  const { status, body } = await send({ baseUrl: url }, operation<object, { status: number; body: unknown }>("GET /", events()), {});
  assert.deepEqual([status, body], [404, "data: 1\n\n"]);
});
