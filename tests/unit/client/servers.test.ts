import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { generatedModules } from "../../support/generated-modules.ts";
import { ourFiles } from "../../support/specwright.ts";
import { repository } from "../../support/typecheck.ts";

// The client of tests/golden/client-servers, as it runs.
type Sent = { url: string; headers: { readonly [name: string]: string } };
type Method = () => Promise<unknown>;
type Client = { defaultSecurity: Method; ownSecurity: Method; noSecurity: Method; elsewhere: Method };
type Options = { [name: string]: unknown };

const { files } = await ourFiles({ path: join(repository, "tests/golden/client-servers/openapi.yaml") }, ["client"]);
const load = await generatedModules(files);
const { createClient }: { createClient(options: Options): Client } = await load("client.ts");

/** What a method of a client with these options sends. */
async function sentBy(method: keyof Client, options: Options): Promise<Sent> {
  const requests: Sent[] = [];
  const fetch = async (url: string, { headers }: { headers: Sent["headers"] }) => {
    requests.push({ url, headers });
    return new Response(null, { status: 204 });
  };
  await createClient({ ...options, fetch })[method]();
  const [request] = requests;
  assert.ok(request && requests.length === 1);
  return request;
}

for (const [what, options, url] of [
  ["the first server, with its defaults", {}, "https://eu.example.com/v1/default"],
  ["a server by its index", { server: 1 }, "https://staging.example.com/default"],
  ["a server by its name", { server: "staging" }, "https://staging.example.com/default"],
  ["a server with a variable", { server: ["production", { region: "us" }] }, "https://us.example.com/v1/default"],
  ["baseUrl is before all of them", { server: 1, baseUrl: "http://localhost/" }, "http://localhost/default"],
] as const) {
  test(`${what}: ${url}`, async () => assert.equal((await sentBy("defaultSecurity", options)).url, url));
}

test("a value that a variable cannot have is refused", async () => {
  assert.throws(() => createClient({ server: [0, { region: "asia" }] }), { name: "ArgumentError", argument: "region" });
});

test("an operation has a server of its own, unless the client was told another", async () => {
  assert.equal((await sentBy("elsewhere", { server: 1 })).url, "https://a.uploads.example.com/elsewhere");
  assert.equal((await sentBy("elsewhere", { baseUrl: "http://localhost" })).url, "http://localhost/elsewhere");
});

const auth = { key: "k", user: { username: "a", password: "b" }, tenant: "t", token: async (scopes: readonly string[]) => scopes.join("+") };

test("the first alternative for which everything is there is sent, and nothing of the others", async () => {
  const { headers } = await sentBy("defaultSecurity", { auth });
  assert.deepEqual([headers["authorization"], headers["cookie"]], ["Key k", undefined]);
  const second = await sentBy("defaultSecurity", { auth: { ...auth, key: undefined } });
  assert.deepEqual([second.headers["authorization"], second.headers["cookie"]], ["Basic YTpi", "tenant=t"]);
  const none = await sentBy("defaultSecurity", { auth: { user: auth.user } });
  assert.deepEqual([none.headers["authorization"], none.headers["cookie"]], [undefined, undefined]);
});

test("an operation's own security is asked for its scopes, and one that has none sends nothing", async () => {
  assert.equal((await sentBy("ownSecurity", { auth })).headers["authorization"], "Bearer read+write");
  assert.equal((await sentBy("noSecurity", { auth })).headers["authorization"], undefined);
});
