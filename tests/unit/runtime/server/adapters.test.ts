import assert from "node:assert/strict";
import { createServer as createHttp2Server, connect as connectHttp2 } from "node:http2";
import { after, test } from "node:test";
import { fetchHandler } from "../../../../generator/runtime/server/fetch.ts";
import type { Context, HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import { nodeListener } from "../../../../generator/runtime/server/node.ts";
import { jsonBody } from "./ask.ts";
import { listen, portOf, until } from "./listen.ts";
import { petsRouter } from "./pets.ts";

const ended: string[] = [];

/** Counts until somebody stops it. */
async function* counting({ signal }: Context) {
  signal.addEventListener("abort", () => ended.push("signal"));
  try {
    for (let count = 0; ; count++) {
      yield { data: `${count} ${"x".repeat(1000)}` };
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    ended.push("stream");
  }
}

async function* failing() {
  yield { name: "A" };
  throw new Error("disk");
}

const handlers = {
  pets: {
    list: async (_: HandlerRequest, reply: Replies) => reply[200]?.([{ name: "Zoë" }]),
    add: ({ body }: HandlerRequest, reply: Replies) => reply[201]?.(body, { location: "/pets/7", "set-cookie": ["a=1", "b=2"] }),
    remove: (_: HandlerRequest, reply: Replies) => reply[204]?.(),
  },
  photo: { get: () => ({ status: 200, body: new Uint8Array([1, 2, 3]), headers: { "content-type": "image/png" } }), put: ({ body }: HandlerRequest) => ({ status: 200, body: body instanceof Uint8Array ? body.length : null }) },
  feed: { lines: () => ({ status: 200, body: failing() }), events: (_: HandlerRequest, __: Replies, context: Context) => ({ status: 200, body: counting(context) }) },
};
const options = { security: { key: () => "me", basic: () => "me", token: () => "me" } };
const { router, logged } = petsRouter(handlers, options);
const node = await listen(nodeListener(router));

/** One test for each way to ask the same router. */
const ways: { readonly [name: string]: (path: string, init?: RequestInit) => Promise<Response> } = {
  "node:http": (path, init) => fetch(node.url + path, init),
  fetch: (path, init) => fetchHandler(router)(new Request(`http://localhost${path}`, init)),
};

for (const [name, send] of Object.entries(ways)) {
  test(`${name}: a value, its media type and its length in bytes`, async () => {
    const found = await send("/pets?limit=3");
    assert.deepEqual([found.status, found.headers.get("content-type"), await found.text()], [200, "application/json", '[{"name":"Zoë"}]']);
    if (name === "node:http") assert.equal(found.headers.get("content-length"), "17");
  });

  test(`${name}: a body, headers and several cookies`, async () => {
    const added = await send("/pets", { method: "POST", ...jsonBody({ name: "Zoë" }) });
    assert.deepEqual([added.status, added.headers.get("location"), added.headers.getSetCookie(), await added.json()], [201, "/pets/7", ["a=1", "b=2"], { name: "Zoë" }]);
  });

  test(`${name}: bytes both ways`, async () => {
    const photo = await send("/pets/7/photo");
    assert.deepEqual([...new Uint8Array(await photo.arrayBuffer())], [1, 2, 3]);
    assert.equal(await (await send("/pets/7/photo", { method: "PUT", body: new Uint8Array(300_000), headers: { "content-type": "image/png" } })).text(), "300000");
  });

  test(`${name}: answers without a body`, async () => {
    const removed = await send("/pets/7", { method: "DELETE", headers: { authorization: "ApiKey x" } });
    assert.deepEqual([removed.status, await removed.text()], [204, ""]);
    const head = await send("/pets", { method: "HEAD" });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
  });

  test(`${name}: refusals`, async () => {
    assert.equal((await send("/nowhere")).status, 404);
    assert.equal((await send("/pets/7", { method: "DELETE" })).headers.get("www-authenticate"), 'ApiKey realm="API", Basic realm="API", charset="UTF-8", token realm="API"');
    assert.equal((await send("/pets", { method: "POST", body: "{}", headers: { "content-type": "text/plain" } })).status, 415);
    const large = new Uint8Array(10_000_000);
    assert.equal((await send("/pets", { method: "POST", body: large, headers: { "content-type": "application/json" } })).status, 413);
    const stream = new ReadableStream({ pull: (controller) => controller.enqueue(large.subarray(0, 100_000)) });
    assert.equal((await send("/pets", Object.assign({ method: "POST", body: stream, headers: { "content-type": "application/json" } }, { duplex: "half" }))).status, 413);
  });

  test(`${name}: a stream that fails is no whole answer`, async () => {
    await assert.rejects(async () => (await send("/feed")).text());
    assert.deepEqual(logged.splice(0).map(({ kind }) => kind), ["stream-failed"]);
  });
}

test("a client that goes away stops the stream and aborts the signal", async () => {
  const leaving = new AbortController();
  const { body } = await fetch(`${node.url}/events`, { signal: leaving.signal });
  await body?.getReader().read();
  leaving.abort();
  await until(() => ended.length === 2);
  assert.deepEqual([ended.splice(0).sort(), logged], [["signal", "stream"], []]);
});

test("a stream goes no faster than its reader", async () => {
  let given = 0;
  async function* much() { for (; given < 10_000; given++) yield { name: "x".repeat(10_000) }; }
  const { router: busy } = petsRouter({ feed: { lines: () => ({ status: 200, body: much() }) } });
  const { url } = await listen(nodeListener(busy));
  const { body } = await fetch(`${url}/feed`);
  const reader = body?.getReader();
  await reader?.read();
  let last = -1;
  while (last !== given) {
    last = given;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.ok(given < 10_000, `${given}`);
  await reader?.cancel();
});

test("fetch: who cancels the body stops the stream", async () => {
  const { body } = await fetchHandler(router)(new Request("http://localhost/events"));
  const reader = body?.getReader();
  await reader?.read();
  await reader?.cancel();
  assert.deepEqual(ended.splice(0), ["stream"]);
});

test("middleware leaves paths that the document does not have to the next", async () => {
  const listener = nodeListener(router);
  const { url } = await listen((request, response) => listener(request, response, () => void response.writeHead(299).end("next")));
  assert.deepEqual([(await fetch(`${url}/other`)).status, (await fetch(`${url}/pets`)).status, (await fetch(`${url}/pets`, { method: "PATCH" })).status], [299, 200, 405]);
});

test("HTTP/2 is answered as HTTP/1 is", async () => {
  const server = createHttp2Server(nodeListener(router));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = connectHttp2(`http://127.0.0.1:${portOf(server)}`);
  after(() => { client.destroy(); server.close(); });
  const send = (headers: { [name: string]: string }, body?: string) => new Promise((resolve) => {
    const stream = client.request(headers, { endStream: body === undefined });
    let status: unknown;
    let text = "";
    stream.on("response", (head) => { status = head[":status"]; });
    stream.on("data", (chunk) => { text += String(chunk); });
    stream.on("end", () => resolve([status, text]));
    if (body !== undefined) stream.end(body);
  });
  assert.deepEqual(await send({ ":path": "/pets" }), [200, '[{"name":"Zoë"}]']);
  assert.deepEqual(await send({ ":path": "/pets", ":method": "POST", "content-type": "application/json" }, '{"name":"B"}'), [201, '{"name":"B"}']);
  assert.deepEqual(await send({ ":path": "/pets/7", ":method": "DELETE", authorization: "ApiKey x" }), [204, ""]);
});
