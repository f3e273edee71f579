import assert from "node:assert/strict";
import { test } from "node:test";
import { buildClient } from "../../../generator/runtime/build-client.ts";
import type { Answer } from "../../../generator/runtime/answer.ts";
import type { CallOptions, Settings } from "../../../generator/runtime/draft.ts";
import { ApiError, ArgumentError } from "../../../generator/runtime/errors.ts";
import { operation, type Operation, type Part } from "../../../generator/runtime/operation.ts";
import { send } from "../../../generator/runtime/send.ts";
import { always, serve } from "./serve.ts";

const json = { "content-type": "application/json" };

function plain(route: string, ...parts: Part[]): Operation<Record<string, unknown>, Answer> {
  return operation(route, ...parts);
}

/** The answer of a server that gives this to everybody. */
async function answerTo(route: string, ...[status, headers, body]: Parameters<typeof always>): Promise<Answer> {
  const { url } = await serve(always(status, headers, body));
  return send({ baseUrl: url }, plain(route), {});
}

test("JSON is parsed, whatever its media type is called", async () => {
  for (const type of ["application/json", "application/json; charset=utf-8", "Application/Problem+JSON;v=1", "application/vnd.elasticsearch+json;compatible-with=9", "text/json"]) {
    assert.deepEqual((await answerTo("GET /", 200, { "content-type": type }, '{"a":[1]}')).body, { a: [1] }, type);
  }
});

test("text, XML and a body without a media type are strings", async () => {
  for (const type of ["text/plain", "text/html; charset=utf-8", "application/xml", "image/svg+xml"]) {
    assert.equal((await answerTo("GET /", 200, { "content-type": type }, "<a>é</a>")).body, "<a>é</a>", type);
  }
  assert.equal((await answerTo("GET /", 200, {}, '{"a":1}')).body, '{"a":1}');
});

test("anything else is a Blob, byte for byte", async () => {
  for (const type of ["application/octet-stream", "image/png", "application/x-ndjson"]) {
    const { body } = await answerTo("GET /", 200, { "content-type": type }, new Uint8Array([0, 255, 10]));
    assert.ok(body instanceof Blob, type);
    assert.deepEqual([...new Uint8Array(await body.arrayBuffer())], [0, 255, 10]);
    assert.equal(body.type, type);
  }
});

test("204, 205, 304 and HEAD have no body, although headers speak of one", async () => {
  for (const status of [204, 205, 304]) assert.deepEqual((await answerTo("GET /", status, json)).body, undefined, String(status));
  for (const type of ["application/json", "image/png"]) {
    const { body, headers } = await answerTo("HEAD /", 200, { "content-type": type, "content-length": "12" });
    assert.equal(body, undefined);
    assert.equal(headers["content-length"], "12");
  }
});

test("an empty body is undefined, also where JSON was promised", async () => {
  const { status, body } = await answerTo("GET /", 200, json, "");
  assert.deepEqual([status, body], [200, undefined]);
});

test("no status is an error to send", async () => {
  for (const status of [200, 201, 404, 422, 500, 503]) {
    const answer = await answerTo("GET /", status, json, '{"reason":"x"}');
    assert.deepEqual([answer.status, answer.body, answer.response.status], [status, { reason: "x" }, status]);
  }
});

test("headers are there by name in lower case", async () => {
  const { headers } = await answerTo("GET /", 200, { ...json, "X-Total": "12", Vary: "a, b" }, "[]");
  assert.equal(headers["x-total"], "12");
  assert.equal(headers["vary"], "a, b");
});

test("a body that is no JSON is an ApiError with the status and the text as it came", async () => {
  for (const status of [200, 502]) {
    await assert.rejects(answerTo("GET /pets", status, { ...json, "x-id": "7" }, "<html>bad gateway"), (error) => {
      assert.ok(error instanceof ApiError);
      assert.equal(error.message, `GET /pets: ${status}, not JSON`);
      assert.deepEqual([error.status, error.body, error.headers["x-id"], error.route], [status, "<html>bad gateway", "7", "GET /pets"]);
      return true;
    });
  }
});

test("a method gives the body of a success, and throws an ApiError otherwise", async () => {
  const { url } = await serve((request, response) => {
    response.writeHead(request.url === "/pets/1" ? 200 : 404, json).end('{"name":"Tom"}');
  });
  type Client = { pets: { get(args: { id: string }): Promise<unknown> }; ping(): Promise<unknown> };
  const client = buildClient<Client>({ pets: { get: "GET /pets/{id}" }, ping: ["GET /ping"] }, { baseUrl: url });
  assert.deepEqual(await client.pets.get({ id: "1" }), { name: "Tom" });
  await assert.rejects(client.ping(), { name: "ApiError", status: 404, body: { name: "Tom" }, route: "GET /ping", message: "GET /ping: 404" });
  await assert.rejects(client.pets.get({ id: ".." }), { name: "ArgumentError", argument: "id" });
});

test("a client is good for send", async () => {
  const { url } = await serve(always(200, json, "1"));
  assert.equal((await send(buildClient<Settings>({}, { baseUrl: url }), plain("GET /"), {})).body, 1);
});

test("headers: those of a call before those of the client, and JSON is asked for unless one says otherwise", async () => {
  const { url, seen } = await serve(always(204, {}));
  const call = (settings: Settings, options?: CallOptions) => send({ baseUrl: url, ...settings }, plain("GET /"), {}, options);
  await call({});
  await call({ headers: { accept: "text/csv", "x-a": "1", "x-b": "1" } }, { headers: { "x-b": "2" } });
  assert.equal(seen[0]?.headers["accept"], "application/json");
  assert.deepEqual([seen[1]?.headers["accept"], seen[1]?.headers["x-a"], seen[1]?.headers["x-b"]], ["text/csv", "1", "2"]);
});

test("a body is JSON, also on DELETE", async () => {
  const { url, seen } = await serve(always(204, {}));
  await send({ baseUrl: url }, plain("DELETE /"), { body: { ids: ["a"] } });
  await send({ baseUrl: url }, plain("DELETE /"), {});
  assert.deepEqual([seen[0]?.body, seen[0]?.headers["content-type"]], ['{"ids":["a"]}', "application/json"]);
  assert.deepEqual([seen[1]?.body, seen[1]?.headers["content-type"]], ["", undefined]);
});

test("null, false and 0 are bodies", async () => {
  const { url, seen } = await serve(always(204, {}));
  for (const body of [null, false, 0]) await send({ baseUrl: url }, plain("POST /"), { body });
  assert.deepEqual(seen.map((request) => request.body), ["null", "false", "0"]);
});

test("a parameter can be called like a member of every object", async () => {
  const { url, seen } = await serve(always(204, {}));
  await send({ baseUrl: url }, plain("GET /{toString}{?constructor,valueOf*}"), { toString: "a" });
  assert.equal(seen[0]?.line, "GET /a");
  await assert.rejects(send({ baseUrl: url }, plain("GET /{toString}"), {}), ArgumentError);
});

test("what is missing is said before anything is sent", async () => {
  const { url, seen } = await serve(always(204, {}));
  for (const args of [{}, { q: [] }, { q: null }]) {
    await assert.rejects(send({ baseUrl: url }, plain("GET /{?q!}"), args), { name: "ArgumentError", argument: "q" });
  }
  assert.equal(seen.length, 0);
});

test("a base URL may end with a slash, have a path, and give way to nothing", async () => {
  const { url, seen } = await serve(always(204, {}));
  for (const baseUrl of [`${url}/`, `${url}/v1`, `${url}/v1/`]) await send({ baseUrl }, plain("GET /pets"), {});
  assert.deepEqual(seen.map(({ line }) => line), ["GET /pets", "GET /v1/pets", "GET /v1/pets"]);
});

test("a call can be aborted, before and while it is under way", async () => {
  const { url, seen } = await serve(() => {});
  await assert.rejects(send({ baseUrl: url }, plain("GET /"), {}, { signal: AbortSignal.abort() }), { name: "AbortError" });
  assert.equal(seen.length, 0);
  const controller = new AbortController();
  const call = send({ baseUrl: url }, plain("GET /"), {}, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 20);
  await assert.rejects(call, /enough/);
});

test("no answer at all is fetch's own error", async () => {
  await assert.rejects(send({ baseUrl: "http://127.0.0.1:1" }, plain("GET /"), {}), { name: "TypeError", message: "fetch failed" });
});

test("a fetch of one's own is called without an object before it, and knows the operation", async () => {
  const calls: unknown[] = [];
  const own: Settings["fetch"] = async function (this: unknown, url, request) {
    calls.push([this, url, request.method, request.route]);
    return new Response('{"a":1}', { headers: json });
  };
  const { body } = await send({ baseUrl: "https://a.example", fetch: own }, plain("GET /pets/{id}"), { id: 1 });
  assert.deepEqual(body, { a: 1 });
  assert.deepEqual(calls, [[undefined, "https://a.example/pets/1", "GET", "GET /pets/{id}"]]);
});

test("a validator sees every response, and what it throws the call rejects with", async () => {
  const { url } = await serve(always(404, json, '{"a":1}'));
  const seen: unknown[] = [];
  await send({ baseUrl: url, validate: (...response) => void seen.push(response) }, plain("GET /pets"), {});
  assert.deepEqual(seen, [["GET /pets", 404, { a: 1 }]]);
  const validate = () => {
    throw new Error("/a must be a string");
  };
  await assert.rejects(send({ baseUrl: url, validate }, plain("GET /pets"), {}), /must be a string/);
});
