import assert from "node:assert/strict";
import { request } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Mock, startMock } from "../../../generator/mock/start-mock.ts";
import { repository } from "../../support/typecheck.ts";
import { loadApi } from "./load-api.ts";

const mocks: Mock[] = [];
after(() => Promise.all(mocks.map((mock) => mock.close())));

const of = (name: string) => join(repository, "tests/unit/mock/documents", name);
const library = await start(of("library-30.yaml"));
const security = await start(of("security-31.yaml"));
const examples = await start(of("examples-31.yaml"));
const key = { "x-key": "secret" };
const book = { isbn: "978-0123456789", title: "Sea", secret: "very secret" };

test("a request that breaks the document gets the document's error, and is told why", async () => {
  const answer = await fetch(`${library.url}/books?limit=50`, { headers: key });
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get("content-type"), "application/json");
  assert.deepEqual(await answer.json(), { code: 1, message: "query limit must be less than 50" });
  assert.equal(answer.headers.get("specwright-mock"), "guard");
  assert.equal(answer.headers.get("specwright-problem"), "query limit must be less than 50");
});

test("a body that is understood and not valid is a 422 where the document has no 400", async () => {
  const answer = await fetch(`${library.url}/books`, { method: "POST", headers: { ...key, "content-type": "application/json" }, body: JSON.stringify({ ...book, title: "" }) });
  assert.equal(answer.status, 422);
  assert.match(String((await answer.json()).message), /^body \/title must /);
});

test("an unknown path, method, media type and body, a missing key: each has its status", async () => {
  const post = (headers: HeadersInit, body: string) => fetch(`${library.url}/books`, { method: "POST", headers: { ...key, ...headers }, body });
  const missing = await fetch(`${library.url}/nothing`);
  assert.deepEqual([missing.status, await missing.json()], [404, { code: 1, message: "This API has no such path." }]);
  const method = await fetch(`${library.url}/books`, { method: "DELETE", headers: key });
  assert.deepEqual([method.status, method.headers.get("allow")], [405, "GET, HEAD, POST"]);
  assert.equal((await fetch(`${library.url}/books`, { headers: { ...key, accept: "image/png" } })).status, 406);
  assert.equal((await post({ "content-type": "text/csv" }, "a")).status, 415);
  assert.equal((await post({ "content-type": "application/json" }, "{")).status, 422);
  assert.equal((await post({ "content-type": "application/json" }, JSON.stringify("a".repeat(17 * 1024 * 1024)))).status, 413);
  assert.equal((await fetch(`${library.url}/books`)).status, 401);
});

test("paths are found with the base path of the document's server and without it", async () => {
  assert.equal((await fetch(`${library.url}/v2/books`, { headers: key })).status, 200);
  assert.equal((await fetch(`${library.url}/books`, { headers: key })).status, 200);
});

test("a 401 has a challenge for each scheme, on lines of their own", async () => {
  const lines = await new Promise<string[]>((resolve) => {
    request(`${security.url}/both`, (response) => {
      response.resume();
      resolve(response.rawHeaders.filter((_, index, all) => all[index - 1]?.toLowerCase() === "www-authenticate"));
    }).end();
  });
  assert.deepEqual(lines, ['key realm="API"', 'Basic realm="API", charset="UTF-8"']);
});

test("any well-formed credentials are taken; the words wrong and invalid are not, and forbidden may not", async () => {
  const status = async (path: string, headers: Record<string, string>) => (await fetch(security.url + path, { headers })).status;
  assert.equal(await status("/bearer", { authorization: "Bearer anything" }), 200);
  assert.equal(await status("/bearer", { authorization: "Bearer wrong" }), 401);
  assert.equal(await status("/bearer", { authorization: "Basic YTpi" }), 401);
  assert.equal(await status("/both", { "x-key": "k", authorization: `Basic ${btoa("a:b")}` }), 200);
  assert.equal(await status("/both", { "x-key": "k", authorization: "Basic %%%" }), 401);
  assert.equal(await status("/both", { "x-key": "k", authorization: `Basic ${btoa("a:invalid")}` }), 401);
  assert.equal(await status("/both", { "x-key": "forbidden", authorization: `Basic ${btoa("a:b")}` }), 403);
  assert.equal(await status("/either", {}), 204);
  assert.equal(await status("/query?token=t", {}), 200);
});

test("a 401 whose schema the document gives says what is wrong in it", async () => {
  const answer = await fetch(`${security.url}/bearer`, { headers: { authorization: "Bearer wrong" } });
  assert.deepEqual(await answer.json(), { error: { code: 1, detail: "The password, key or token is wrong." } });
  assert.equal(answer.headers.get("www-authenticate"), 'Bearer realm="API"');
});

test("Prefer asks for a status, an example, values that vary", async () => {
  const ask = (prefer: string) => fetch(`${examples.url}/weather/Paris`, { headers: { prefer } });
  assert.deepEqual(await (await ask("example=hot")).json(), { degrees: 38 });
  assert.deepEqual(await (await ask("code=404")).json(), { city: "unknown" });
  assert.deepEqual(await (await ask('code=404, example="gone"')).json(), { city: "gone" });
  const other = await ask("example=gone");
  assert.deepEqual([other.status, await other.json()], [404, { city: "gone" }]);
  const range = await ask("code=503");
  assert.equal(range.status, 503);
  assert.match((await range.json()).trace, /^[0-9a-f-]{36}$/);
  const [one, two] = await Promise.all([1, 2].map(async () => (await (await ask("dynamic=true")).json()).degrees));
  assert.notEqual(one, two);
});

test("an example that breaks its schema is not answered, though it was asked for", async () => {
  const answer = await fetch(`${examples.url}/weather/Paris`, { headers: { prefer: "example=broken" } });
  assert.deepEqual([answer.status, answer.headers.get("specwright-mock"), typeof (await answer.json()).degrees], [200, "schema", "number"]);
});

test("what the document does not have is said with what it has", async () => {
  const ask = async (prefer: string) => {
    const answer = await fetch(`${examples.url}/weather/Paris`, { headers: { prefer } });
    return [answer.status, answer.headers.get("content-type"), (await answer.json()).detail];
  };
  assert.deepEqual(await ask("code=418"), [404, "application/problem+json", "The document has no response 418 for GET /weather/{city}. It has 200, 404, 5XX."]);
  assert.deepEqual(await ask("example=cold"), [404, "application/problem+json", 'The document has no example "cold" for GET /weather/{city}. It has mild, hot, broken, unknown-city, gone.']);
});

test("the same seed gives the same values, another one others", async () => {
  const [one, same, other] = [await start(of("library-30.yaml"), 5), await start(of("library-30.yaml"), 5), await start(of("library-30.yaml"), 6)];
  const [first, second, third] = await Promise.all([one, same, other].map(async ({ url }) => (await fetch(`${url}/books`, { headers: { ...key, prefer: "dynamic=true" } })).text()));
  assert.equal(first, second);
  assert.notEqual(first, third);
});

test("browsers of any origin are let in, after a preflight", async () => {
  const origin = "https://docs.example";
  const preflight = await fetch(`${library.url}/books`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "x-key, content-type" } });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get("access-control-allow-methods"), "POST");
  assert.equal(preflight.headers.get("access-control-allow-headers"), "x-key, content-type");
  const answer = await fetch(`${library.url}/books`, { headers: { ...key, origin } });
  assert.equal(answer.headers.get("access-control-allow-origin"), origin);
  assert.match(answer.headers.get("access-control-expose-headers") ?? "", /\bx-total\b/);
});

test("the state says what is mocked, and what is wrong with a newer document", async () => {
  const mock = await start(of("library-30.yaml"));
  mock.tellBroken(["openapi.yaml:3:1 error"]);
  const before = await (await fetch(`${mock.url}/_specwright/state`)).json();
  assert.deepEqual([before.title, before.revision, before.broken], ["Library", 1, ["openapi.yaml:3:1 error"]]);
  mock.reload(await loadApi(of("examples-31.yaml")));
  const later = await (await fetch(`${mock.url}/_specwright/state`)).json();
  assert.deepEqual([later.title, later.revision, later.broken], ["Examples", 2, []]);
  assert.equal((await fetch(`${mock.url}/weather/Paris`)).status, 200);
});

async function start(path: string, seed?: number): Promise<Mock> {
  const mock = await startMock(await loadApi(path), { prism: false, ...(seed !== undefined && { seed }) });
  mocks.push(mock);
  return mock;
}
