import assert from "node:assert/strict";
import test from "node:test";
import { ApiError, ArgumentError, createClient, isErrorOf, send } from "../../../generated/client.ts";
import { securityClearApiKeyCache } from "../../../generated/operations.ts";
import type { ClearApiKeyCacheResponse } from "../../../generated/types.ts";
import { wireServer } from "../../support/wire-server.ts";

// The client of the contract, as it is committed, against a real server.
const { received, answer, baseUrl } = wireServer();

const cleared: ClearApiKeyCacheResponse = {
  _nodes: { total: 1, successful: 1, failed: 0 },
  cluster_name: "docker-cluster",
  nodes: { "nodeId-1": { name: "node-1" } },
};
const json = { "content-type": "application/json", "x-elastic-product": "Elasticsearch" };

test("the JavaScript sample of the contract runs as it stands", async () => {
  answer({ status: 200, headers: json, body: JSON.stringify(cleared) });
  const client = createClient({ baseUrl: baseUrl() });
  const response = await client.security.clearApiKeyCache({
    ids: "yVGMr3QByxdh1MSaicYx",
  });
  const total: number = response._nodes.total;
  assert.equal(total, 1);
  assert.deepEqual(response, cleared);
  const request = received.at(-1);
  assert.deepEqual([request?.method, request?.target, request?.body.length], ["POST", "/_security/api_key/yVGMr3QByxdh1MSaicYx/_clear_cache", 0]);
  assert.equal(request?.headers["content-type"], undefined);
  assert.equal(request?.headers["accept"]?.split(",")[0], "application/json");
});

test("parameters go where the contract says, in its order", async () => {
  answer({ status: 200, headers: json, body: JSON.stringify(cleared) });
  const client = createClient({ baseUrl: `${baseUrl()}/` });
  await client.security.clearApiKeyCache({ filter_path: ["_nodes.failed", "-nodes"], pretty: true, ids: ["a/b", "*"], "X-Opaque-Id": "job 7" });
  const request = received.at(-1);
  assert.equal(request?.target, "/_security/api_key/a%2Fb,%2A/_clear_cache?pretty=true&filter_path=_nodes.failed,-nodes");
  assert.equal(request?.headers["x-opaque-id"], "job 7");
});

test("ids that would lead to another endpoint are refused, and nothing is sent", async () => {
  const client = createClient({ baseUrl: baseUrl() });
  const count = received.length;
  for (const ids of ["", ".", "..", [], [""]]) {
    await assert.rejects(client.security.clearApiKeyCache({ ids }), (error) => error instanceof ArgumentError && error.argument === "ids");
  }
  assert.equal(received.length, count);
});

test("send gives whatever came back, told apart by its status", async () => {
  answer({ status: 401, headers: { ...json, "www-authenticate": "ApiKey" }, body: '{"error":{"type":"security_exception"},"status":401}' });
  const result = await send({ baseUrl: baseUrl() }, securityClearApiKeyCache, { ids: "a" });
  assert.equal(result.status, 401);
  if (result.status !== 401) return;
  const challenge: string = result.headers["www-authenticate"];
  assert.equal(challenge, "ApiKey");
  assert.equal(typeof result.body.error === "string" ? "" : result.body.error.type, "security_exception");
});

test("a method throws what is no success, and isErrorOf says which it is", async () => {
  answer({ status: 429, headers: { ...json, "retry-after": "3" }, body: '{"error":"busy","status":429}' });
  const client = createClient({ baseUrl: baseUrl() });
  const error: unknown = await client.security.clearApiKeyCache({ ids: "a" }).catch((reason: unknown) => reason);
  assert.ok(error instanceof ApiError);
  assert.ok(isErrorOf(securityClearApiKeyCache, error));
  assert.equal(error.status, 429);
  if (error.status === 429) assert.equal(error.headers["retry-after"], "3");
});

test("send takes a client as well, with its credentials", async () => {
  answer({ status: 200, headers: json, body: JSON.stringify(cleared) });
  const client = createClient({ baseUrl: baseUrl(), auth: { apiKeyAuth: "c2VjcmV0" } });
  const { status } = await send(client, securityClearApiKeyCache, { ids: "a" });
  assert.equal(status, 200);
  assert.equal(received.at(-1)?.headers["authorization"], "ApiKey c2VjcmV0");
});

test("the server of the document is where requests go, and its variables can be set", async () => {
  const urls: string[] = [];
  const client = (server?: { host?: string; port?: string; scheme?: "http" | "https" }) => createClient({
    ...(server && { server }),
    fetch: async (url) => {
      urls.push(url);
      return new Response(JSON.stringify(cleared), { headers: json });
    },
  });
  await client().security.clearApiKeyCache({ ids: "a" });
  await client({ scheme: "http", host: "es.local", port: "80" }).security.clearApiKeyCache({ ids: "a" });
  assert.deepEqual(urls, ["https://localhost:9200/_security/api_key/a/_clear_cache", "http://es.local:80/_security/api_key/a/_clear_cache"]);
});
