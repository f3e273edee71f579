import assert from "node:assert/strict";
import { test } from "node:test";
import { routerTransport } from "../../../../../generator/contract/tester/transport/router-transport.ts";
import type { Router, ServerRequest } from "../../../../../generator/runtime/server/exchange.ts";

function routerOf(handle: Router["handle"]): Router {
  return { handle, has: () => true, ready: async () => {} };
}

test("a router gets a request as Node would give it, and its answer is what came", async () => {
  const got: ServerRequest[] = [];
  const read: (Uint8Array | undefined)[] = [];
  const transport = routerTransport(routerOf(async (request) => {
    got.push(request);
    read.push(await request.body?.(10));
    return { status: 201, headers: { "set-cookie": ["a=1", "b=2"], "content-type": "text/plain" }, body: (async function* () { yield "he"; yield Buffer.from("llo"); })() };
  }), "/v1");
  const outcome = await transport.send({ method: "POST", target: "/v1/a?b", headers: [["X-A", "1"], ["x-a", "2"], ["Cookie", "a"], ["cookie", "b"]], body: Buffer.from("hi") });
  assert.equal(transport.baseUrl, "http://localhost/v1");
  assert.deepEqual([got[0]?.method, got[0]?.url, got[0]?.headers], ["POST", "/v1/a?b", { host: "localhost", "x-a": "1, 2", cookie: "a; b", "content-length": "2" }]);
  assert.deepEqual(read, [Buffer.from("hi")]);
  assert.ok(outcome.kind === "response");
  assert.deepEqual([outcome.response.status, outcome.response.headers, Buffer.from(outcome.response.body).toString()], [201, [["set-cookie", "a=1"], ["set-cookie", "b=2"], ["content-type", "text/plain"]], "hello"]);
});

test("a router that throws has not answered", async () => {
  const outcome = await routerTransport(routerOf(() => assert.fail("no"))).send({ method: "GET", target: "/", headers: [] });
  assert.deepEqual(outcome, { kind: "failure", failure: "closed", message: "the router has thrown: no" });
});

test("a router that does not answer has had its time", async () => {
  const transport = routerTransport(routerOf(() => new Promise(() => undefined)), "", 5);
  assert.deepEqual(await transport.send({ method: "GET", target: "/", headers: [] }), { kind: "failure", failure: "timeout", message: "nothing within 5 ms" });
});

test("a body that is longer than a router takes is given to it, for it would not know the error of another copy of the runtime", async () => {
  const read: (Uint8Array | undefined)[] = [];
  const transport = routerTransport(routerOf(async (request) => {
    read.push(await request.body?.(0));
    return { status: 400, headers: {}, body: undefined };
  }));
  await transport.send({ method: "POST", target: "/", headers: [], body: Buffer.from("hi") });
  assert.deepEqual(read, [Buffer.from("hi")]);
});
