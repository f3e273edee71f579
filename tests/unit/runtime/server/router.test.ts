import assert from "node:assert/strict";
import { test } from "node:test";
import { buildRouter } from "../../../../generator/runtime/server/build-router.ts";
import type { Context, HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import { ask, jsonBody } from "./ask.ts";
import { petsRouter, routes } from "./pets.ts";

const ann = { name: "Ann" };
const pets = {
  list: ({ query }: HandlerRequest, reply: Replies) => reply[200]?.([{ name: "Ann", limit: query["limit"] }]),
  add: async ({ body }: HandlerRequest, reply: Replies) => reply[201]?.(body, { Location: "/pets/7", "X-Sizes": [1, 2] }),
  get: ({ path }: HandlerRequest) => ({ status: 200, body: { name: `pet ${String(path["id"])}` } }),
};

test("a request is routed, read and answered", async () => {
  const { router } = petsRouter({ pets });
  const found = await ask(router, { url: "/pets/7" });
  assert.deepEqual([found.status, found.headers, found.text], [200, { "content-type": "application/json" }, '{"name":"pet 7"}']);
  assert.equal((await ask(router, { url: "/pets?limit=3" })).text, '[{"name":"Ann","limit":3}]');
  const added = await ask(router, { url: "/pets", method: "POST", ...jsonBody(ann) });
  assert.deepEqual([added.status, added.headers, added.text], [201, { "content-type": "application/json", location: "/pets/7", "x-sizes": "1,2" }, '{"name":"Ann"}']);
});

test("what needs no waiting is answered in the same turn, once the operation is loaded", async () => {
  const nobody = () => undefined;
  const { router } = petsRouter({ pets }, { security: { key: nobody, basic: nobody, token: nobody } });
  await router.ready();
  const answer = router.handle({ method: "GET", url: "/pets/7", headers: {}, body: undefined, native: undefined });
  assert.ok(!(answer instanceof Promise));
  assert.equal(answer.body, '{"name":"pet 7"}');
});

test("an operation is loaded with its first request, once, and again if that failed", async () => {
  let loads = 0;
  const operations = routes.operations.map((entry) => ({ ...entry, load: () => (++loads === 1 ? Promise.reject(new Error("disk")) : entry.load()) }));
  const router = buildRouter({ ...routes, operations }, { pets }, { log: () => undefined });
  assert.equal(loads, 0);
  assert.equal((await ask(router, { url: "/pets/7" })).status, 500);
  const answers = await Promise.all([ask(router, { url: "/pets/7" }), ask(router, { url: "/pets/8" })]);
  assert.deepEqual([loads, ...answers.map(({ status }) => status)], [2, 200, 200]);
});

test("a path that the document does not have is a 404, and a method a 405 that says which there are", async () => {
  const { router } = petsRouter({ pets });
  for (const url of ["/", "/pet", "/pets/", "//pets", "/pets/1/2", "*", ""]) assert.equal((await ask(router, { url })).status, 404, url);
  const other = await ask(router, { url: "/pets", method: "DELETE" });
  assert.deepEqual([other.status, other.headers["allow"]], [405, "GET, HEAD, POST"]);
  assert.equal((await ask(router, { url: "/pets", method: "constructor" })).status, 405);
  const options = await ask(router, { url: "/pets", method: "OPTIONS" });
  assert.deepEqual([options.status, options.headers, options.body], [204, { allow: "GET, HEAD, POST" }, undefined]);
  assert.equal((await ask(router, { url: "*", method: "OPTIONS" })).status, 204);
});

test("HEAD is GET without its body", async () => {
  const { router } = petsRouter({ pets });
  const head = await ask(router, { url: "/pets/7", method: "HEAD" });
  assert.deepEqual([head.status, head.headers, head.body], [200, { "content-type": "application/json" }, undefined]);
  assert.deepEqual([(await ask(router, { url: "/x", method: "HEAD" })).body, (await ask(router, { url: "/pets/x", method: "HEAD" })).status], [undefined, 400]);
});

test("segments of dots lead nowhere, however they are written, and a target in absolute form is one", async () => {
  const { router } = petsRouter({ pets });
  for (const url of ["/pets/..", "/pets/%2e%2E", "/pets/.", "/../pets/7", "/pets/./7"]) assert.equal((await ask(router, { url })).status, 404, url);
  for (const url of ["http://host/pets/7", "https://host:1/pets/7?", "HTTP://h/pets/7"]) assert.equal((await ask(router, { url })).status, 200, url);
  for (const url of ["http://host", "http:///pets", "x:/pets/7"]) assert.notEqual((await ask(router, { url })).status, 200, url);
});

test("a base path stands before every path, the document's or the option's", async () => {
  const router = buildRouter({ ...routes, basePath: "/v1/" }, { pets }, {});
  const moved = buildRouter(routes, { pets }, { basePath: "/api/v2" });
  assert.deepEqual([(await ask(router, { url: "/v1/pets/7" })).status, (await ask(router, { url: "/pets/7" })).status, (await ask(router, { url: "/v1" })).status], [200, 404, 404]);
  assert.deepEqual([moved.has("/api/v2/pets?x"), moved.has("/api/v2pets"), moved.has("/pets")], [true, false, false]);
});

test("handlers may be instances of classes, and keep their `this`", async () => {
  class Pets {
    name = "Bob";
    get() { return { status: 200, body: { name: this.name } }; }
  }
  const { router } = petsRouter({ pets: new Pets() });
  assert.equal((await ask(router, { url: "/pets/7" })).text, '{"name":"Bob"}');
});

test("what every object inherits is no handler", async () => {
  const operations = routes.operations.map((entry) => ({ ...entry, name: ["pets", "toString"] }));
  class Empty {}
  for (const handlers of [{ pets: {} }, { pets: new Empty() }, {}]) {
    assert.equal((await ask(buildRouter({ ...routes, operations }, handlers, {}), { url: "/pets/7" })).status, 501);
  }
});

test("a missing handler answers 501 with the document's example, and without one with a problem", async () => {
  const { router } = petsRouter({ pets: { list: (_: HandlerRequest, reply: Replies) => reply["notImplemented"]?.() } });
  for (const [url, text] of [["/pets/7", '{"name":"Ann"}'], ["/pets", '[{"name":"Ann"}]']] as const) {
    const answer = await ask(router, { url });
    assert.deepEqual([answer.status, answer.headers, answer.text], [501, { "content-type": "application/json", "specwright-example": "200" }, text]);
  }
  assert.equal((await ask(router, { url: "/pets/x" })).status, 400);
  const none = await ask(router, { url: "/events" });
  assert.deepEqual([none.status, none.headers["content-type"]], [501, "application/problem+json"]);
});

test("a handler that throws is a 500 which tells nothing, and a log that tells all", async () => {
  const error = new Error("password is hunter2");
  for (const get of [() => { throw error; }, () => Promise.reject(error)]) {
    const { router, logged } = petsRouter({ pets: { get } });
    const answer = await ask(router, { url: "/pets/7" });
    assert.equal(answer.status, 500);
    assert.doesNotMatch(answer.text, /hunter2|stack|router\.test/);
    assert.deepEqual(logged, [{ kind: "handler-failed", operation: "GET /pets/{id}", message: "The handler failed, or a function of security.", error }]);
  }
});

test("a log that fails leaves no request without an answer", async (context) => {
  const write = context.mock.method(console, "error", () => undefined);
  const { router } = petsRouter({ pets: { get: () => { throw new Error("x\ny"); } } }, { log: () => { throw new Error("full"); } });
  assert.equal((await ask(router, { url: "/pets/7" })).status, 500);
  assert.equal(write.mock.callCount(), 1);
  assert.equal(write.mock.calls[0]?.arguments[0], "GET /pets/{id}: The handler failed, or a function of security.; and the log failed");
});

test("the context has principal, operation, signal and the request as it came", async () => {
  let seen: Context | undefined;
  const { router } = petsRouter({ pets: { get: (_: HandlerRequest, __: Replies, context: Context) => { seen = context; return { status: 200, body: ann }; } } });
  await ask(router, { url: "/pets/7?", headers: { "x-opaque": "1" } });
  assert.deepEqual([seen?.principal, seen?.operation, seen?.signal.aborted, seen?.request.headers], [undefined, "GET /pets/{id}", false, { "x-opaque": "1" }]);
});

test("replies of a range and the default take their status", async () => {
  const replies: unknown[] = [];
  const { router } = petsRouter({ pets: { get: (_: HandlerRequest, reply: Replies) => {
    replies.push(reply["4XX"]?.(404, { error: "gone" }, { a: "b" }), Object.keys(reply));
    return reply["4XX"]?.(404, { error: "gone" });
  } } });
  assert.deepEqual([(await ask(router, { url: "/pets/7" })).status, replies], [404, [{ status: 404, body: { error: "gone" }, headers: { a: "b" } }, ["200", "500", "4XX", "notImplemented"]]]);
});
