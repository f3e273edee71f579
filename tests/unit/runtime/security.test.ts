import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallOptions, Settings } from "../../../generator/runtime/draft.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { apiKey, basic, bearer, http, security } from "../../../generator/runtime/security.ts";
import { send } from "../../../generator/runtime/send.ts";
import { always, serve } from "./serve.ts";

const { url, seen } = await serve(always(204, {}));

/** What a server gets of an operation whose only part is this. */
async function sent(part: Part, auth: Settings["auth"], { headers, ...options }: CallOptions & Pick<Settings, "headers"> = {}) {
  await send({ baseUrl: url, ...(auth && { auth }), headers: { "x-client": "1" } }, operation<object, unknown>("GET /a{?q}", part), { q: 1 }, { ...options, ...(headers && { headers }) });
  const last = seen.at(-1);
  return { line: last?.line, authorization: last?.headers["authorization"], cookie: last?.headers["cookie"], key: last?.headers["x-key"] };
}

const nothing = { line: "GET /a?q=1", authorization: undefined, cookie: undefined, key: undefined };

test("a key goes to the header, the query or the cookie that the document says", async () => {
  assert.deepEqual(await sent(security([apiKey("key", "header", "X-Key")]), { key: "s3cret" }), { ...nothing, key: "s3cret" });
  assert.deepEqual(await sent(security([apiKey("key", "query", "api key")]), { key: "a&b=c" }), { ...nothing, line: "GET /a?q=1&api%20key=a%26b%3Dc" });
  assert.deepEqual(await sent(security([apiKey("key", "cookie", "sid")]), { key: "a%3D=" }), { ...nothing, cookie: "sid=a%3D=" });
});

test("a key can have a prefix, as Elasticsearch's has", async () => {
  const part = security([apiKey("key", "header", "Authorization", "ApiKey ")]);
  assert.deepEqual(await sent(part, { key: "dGVzdA==" }), { ...nothing, authorization: "ApiKey dGVzdA==" });
});

test("a user's name and password are Basic, in UTF-8", async () => {
  assert.deepEqual(await sent(security([basic("user")]), { user: { username: "test", password: "123£" } }), { ...nothing, authorization: "Basic dGVzdDoxMjPCow==" });
});

test("bearer, and any other scheme", async () => {
  assert.deepEqual(await sent(security([bearer("token")]), { token: "abc" }), { ...nothing, authorization: "Bearer abc" });
  assert.deepEqual(await sent(security([http("key", "ApiKey")]), { key: "abc" }), { ...nothing, authorization: "ApiKey abc" });
});

test("a function gives a credential for the scopes that the operation needs, at every call", async () => {
  const asked: unknown[] = [];
  const auth = { oauth: async (scopes: readonly string[]) => `token${asked.push(scopes)}` };
  const part = security([bearer("oauth", "read", "write")]);
  assert.equal((await sent(part, auth)).authorization, "Bearer token1");
  assert.equal((await sent(part, auth)).authorization, "Bearer token2");
  assert.deepEqual(asked, [["read", "write"], ["read", "write"]]);
  assert.equal((await sent(security([bearer("oauth")]), { oauth: () => "plain" })).authorization, "Bearer plain");
});

test("what a function of a credential throws, the call rejects with, and nothing is sent", async () => {
  const count = seen.length;
  const auth = { oauth: () => Promise.reject(new Error("no refresh token")) };
  await assert.rejects(sent(security([bearer("oauth")]), auth), /no refresh token/);
  assert.equal(seen.length, count);
});

test("schemes of one alternative go together, or not at all", async () => {
  const part = security([apiKey("key", "header", "X-Key"), apiKey("session", "cookie", "sid"), apiKey("again", "cookie", "tid")], [bearer("token")]);
  assert.deepEqual(await sent(part, { key: "k", session: "s", again: "t" }), { ...nothing, key: "k", cookie: "sid=s; tid=t" });
  assert.deepEqual(await sent(part, { key: "k", session: "s", token: "b" }), { ...nothing, authorization: "Bearer b" });
  assert.deepEqual(await sent(part, { key: "k" }), nothing);
});

test("the first alternative that all credentials are there for is used; one that is empty is not there", async () => {
  const part = security([bearer("token")], [http("key", "ApiKey")]);
  assert.equal((await sent(part, { key: "k", token: "b" })).authorization, "Bearer b");
  assert.equal((await sent(part, { key: "k" })).authorization, "ApiKey k");
  for (const token of ["", undefined, null, () => undefined, async () => ""]) assert.equal((await sent(part, { key: "k", token })).authorization, "ApiKey k");
});

test("without credentials, and where none are asked for, none are sent", async () => {
  assert.deepEqual(await sent(security([bearer("token")]), undefined), nothing);
  assert.deepEqual(await sent(security([bearer("toString")]), {}), nothing);
  assert.deepEqual(await sent(security([]), { token: "b" }), nothing);
  assert.deepEqual(await sent(() => {}, { token: "b" }), nothing);
});

test("credentials are sent also where anonymous access is permitted, and listed first", async () => {
  const part = security([], [bearer("token")]);
  assert.equal((await sent(part, { token: "b" })).authorization, "Bearer b");
  assert.deepEqual(await sent(part, {}), nothing);
});

test("a header that is given with the call comes before a credential", async () => {
  assert.equal((await sent(security([bearer("token")]), { token: "b" }, { headers: { authorization: "Own 1" } })).authorization, "Own 1");
});

test("a credential that cannot be sent is refused, and not shown", async () => {
  const refused: [Part, Settings["auth"]][] = [
    [security([basic("user")]), { user: { username: "a:b", password: "hunter2" } }],
    [security([basic("user")]), { user: "hunter2" }],
    [security([bearer("user")]), { user: { password: "hunter2" } }],
    [security([apiKey("user", "cookie", "sid")]), { user: "hunter2; admin=1" }],
  ];
  const count = seen.length;
  for (const [part, auth] of refused) {
    await assert.rejects(sent(part, auth), (error: Error) => error.message.startsWith("auth.user ") && !error.message.includes("hunter2"));
  }
  assert.equal(seen.length, count);
});
