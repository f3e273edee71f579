import assert from "node:assert/strict";
import { test } from "node:test";
import type { Context, HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import type { Authenticate, RouterOptions } from "../../../../generator/runtime/server/options.ts";
import { ask } from "./ask.ts";
import { petsRouter } from "./pets.ts";

const seen: unknown[] = [];
const keep = (_: HandlerRequest, reply: Replies, { principal }: Context) => {
  seen.push(principal);
  return reply[204]?.();
};
const handlers = { pets: { remove: keep }, photo: { put: (_: HandlerRequest, __: Replies, { principal }: Context) => ({ status: 200, body: { principal: principal ?? "nobody" } }) } };

const key: Authenticate = (credential, { scopes, refuse }) => (credential === "k1" ? { key: credential, scopes } : credential === "weak" ? refuse(403, "Not yours.") : undefined);
const basic: Authenticate = async (credential) => (typeof credential === "object" && "username" in credential && credential.password === "pass:word" ? credential.username : null);
const token: Authenticate = (credential) => (credential === "t 1" ? "token" : undefined);
const all = { key, basic, token };

const remove = (authorization: string | undefined, query = "", security: RouterOptions["security"] = all) =>
  ask(petsRouter(handlers, { security }).router, { url: `/pets/7${query}`, method: "DELETE", headers: authorization === undefined ? {} : { authorization } });
const basicOf = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

test("the first alternative that is satisfied gives the principal", async () => {
  assert.equal((await remove("ApiKey k1")).status, 204);
  assert.equal((await remove("apikey  k1 ")).status, 204);
  assert.deepEqual(seen.splice(0), [{ key: "k1", scopes: ["admin"] }, { key: "k1", scopes: ["admin"] }]);
});

test("schemes that are asked for together each give theirs, by name", async () => {
  assert.equal((await remove(basicOf("Zoë:pass:word"), "?token=t+1")).status, 204);
  assert.deepEqual(seen.splice(0), [{ basic: "Zoë", token: "token" }]);
  assert.equal((await remove(basicOf("Zoë:pass:word"), "?token=no")).status, 401);
  assert.equal((await remove(basicOf("Zoë:wrong"), "?token=t%201")).status, 401);
  assert.equal((await remove(basicOf("Zoë:pass:word"))).status, 401);
});

test("without credentials, or with malformed ones, it is a 401 that challenges for each scheme", async () => {
  const challenges = ['ApiKey realm="API"', 'Basic realm="API", charset="UTF-8"', 'token realm="API"'];
  for (const wrong of [undefined, "", "ApiKey", "ApiKey ", "Bearer k1", "ApiKey k2", "Basic", "Basic !!!", "Basic _w==", basicOf("nobody"), basicOf("a:\n")]) {
    const answer = await remove(wrong, "?token=x");
    assert.deepEqual([answer.status, answer.headers["www-authenticate"]], [401, challenges], String(wrong));
  }
});

test("credentials come before all else that is wrong", async () => {
  const { router } = petsRouter(handlers, { security: all });
  assert.equal((await ask(router, { url: "/pets/x?no=1", method: "DELETE", headers: { accept: "a/b" } })).status, 401);
});

test("a refusal is a 403 with its reason, and graver than a credential that nobody has", async () => {
  const answer = await remove("ApiKey weak");
  assert.deepEqual([answer.status, JSON.parse(answer.text).detail, answer.headers["www-authenticate"]], [403, "Not yours.", undefined]);
});

test("where nobody has to say who he is, a request without credentials is anonymous, and one with wrong ones is refused", async () => {
  const { router } = petsRouter(handlers, { security: all });
  const put = (headers: { [name: string]: string }) => ask(router, { url: "/pets/7/photo", method: "PUT", headers });
  assert.equal((await put({})).text, '{"principal":"nobody"}');
  assert.equal((await put({ authorization: basicOf("Bob:pass:word") })).text, '{"principal":"Bob"}');
  assert.equal((await put({ authorization: basicOf("Bob:x") })).status, 401);
});

test("a scheme without a function lets nobody in", async () => {
  const { router, logged } = petsRouter(handlers, { security: { key, basic } });
  assert.equal((await ask(router, { url: "/pets/7", method: "DELETE", headers: { authorization: "ApiKey k1" } })).status, 500);
  assert.match(String(logged[0]?.error), /no function for the scheme token/);
});

test("a security function that fails lets nobody in", async () => {
  for (const fail of [() => { throw new Error("db"); }, () => Promise.reject(new Error("db"))]) {
    const { router, logged } = petsRouter(handlers, { security: { ...all, key: fail } });
    assert.equal((await ask(router, { url: "/pets/7", method: "DELETE", headers: { authorization: "ApiKey k1" } })).status, 500);
    assert.equal(logged.length, 1);
  }
  assert.deepEqual(seen, []);
});
