import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { createClient, isErrorOf } from "../../../generated/client.ts";
import { securityClearApiKeyCache } from "../../../generated/operations.ts";
import { sampleCluster, sampleDirectory } from "../../../spec/example/sample-data.ts";
import { encodeApiKey } from "../../../spec/example/users.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { isObject, type Json } from "../../../generator/json.ts";
import { repository } from "../../support/typecheck.ts";
import { startExample } from "./start-example.ts";

const run = promisify(execFile);
const cluster = sampleCluster(["node-2"]);
const { url } = startExample(cluster);
const [key] = sampleDirectory.apiKeys;
const elastic = await import("@elastic/elasticsearch").catch(() => undefined);
const hasCurl = await run("curl", ["--version"]).then(() => true, () => false);

/** What each client should learn: node-2 is down. */
const cleared = { total: 3, successful: 2, failed: 1 };

test("the generated client is understood, with each kind of credentials", async () => {
  for (const auth of [{ apiKeyAuth: encodeApiKey(key) }, { basicAuth: { username: "elastic", password: "changeme" } }, { bearerAuth: "an-example-token" }]) {
    const client = createClient({ baseUrl: url(), auth });
    const { _nodes, nodes } = await client.security.clearApiKeyCache({ ids: ["yVGMr3QByxdh1MSaicYx", "a/b %"] });
    assert.deepEqual([_nodes.total, _nodes.successful, _nodes.failed], Object.values(cleared));
    assert.equal(_nodes.failures?.[0]?.node_id, "agq-C6ZPSYmPgNePwb26_Q");
    assert.deepEqual(Object.values(nodes), [{ name: "node-1" }, { name: "node-3" }]);
  }
});

test("the generated client tells failures apart", async () => {
  const client = createClient({ baseUrl: url(), auth: { basicAuth: { username: "bob", password: "changeme" } } });
  const error: unknown = await client.security.clearApiKeyCache({ ids: "*" }).catch((reason: unknown) => reason);
  assert.ok(isErrorOf(securityClearApiKeyCache, error));
  assert.equal(error.status, 403);
  const anonymous: unknown = await createClient({ baseUrl: url() }).security.clearApiKeyCache({ ids: "*" }).catch((reason: unknown) => reason);
  assert.ok(isErrorOf(securityClearApiKeyCache, anonymous));
  assert.equal(anonymous.status, 401);
  if (anonymous.status === 401) assert.equal(anonymous.headers["www-authenticate"], 'Basic realm="security", charset="UTF-8", Bearer realm="security", ApiKey');
});

test("the contract's curl sample runs as it stands", { skip: !hasCurl && "there is no curl" }, async () => {
  const { stdout } = await run("sh", ["-c", `${await curlSample()} --silent --show-error --fail`], {
    env: { ...process.env, ELASTIC_API_KEY: encodeApiKey(key), ELASTICSEARCH_URL: url() },
  });
  assert.deepEqual({ ...JSON.parse(stdout)._nodes, failures: undefined }, { ...cleared, failures: undefined });
});

test("Elastic's own client is understood, and takes us for Elasticsearch", { skip: !elastic && "@elastic/elasticsearch is not installed" }, async () => {
  if (!elastic) return;
  for (const auth of [{ apiKey: encodeApiKey(key) }, { username: "elastic", password: "changeme" }, { bearer: "an-example-token" }]) {
    const client = new elastic.Client({ node: url(), auth });
    for (const ids of ["yVGMr3QByxdh1MSaicYx", ["yVGMr3QByxdh1MSaicYx", "YoiMaqREw0YVpjn40iMg"], "*", ["a,b", "c"], "é-ключ-😀", "100%", "a/b"]) {
      const { _nodes } = await client.security.clearApiKeyCache({ ids });
      assert.deepEqual([_nodes.total, _nodes.successful, _nodes.failed], Object.values(cleared), String(ids));
    }
    const filtered = await client.security.clearApiKeyCache({ ids: "*", filter_path: ["_nodes.failed", "cluster_name"], pretty: true });
    assert.deepEqual(filtered, { _nodes: { failed: 1 }, cluster_name: "my-cluster" });
    await client.close();
  }
});

test("Elastic's own client knows our failures for its own", { skip: !elastic && "@elastic/elasticsearch is not installed" }, async () => {
  if (!elastic) return;
  for (const [auth, status, reason] of [
    [{ username: "bob", password: "changeme" }, 403, /is unauthorized for user \[bob\]/], [{ username: "bob", password: "guessed" }, 401, /unable to authenticate user \[bob\]/],
  ] as const) {
    const client = new elastic.Client({ node: url(), auth });
    const error: unknown = await client.security.clearApiKeyCache({ ids: "*" }).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof elastic.errors.ResponseError);
    assert.equal(error.statusCode, status);
    assert.match(error.message, reason);
    await client.close();
  }
});

/** The text of `x-codeSamples` for curl. */
async function curlSample(): Promise<string> {
  const { document } = await loadDocument("spec/openapi.yaml", { cwd: repository });
  const samples = ["paths", "/_security/api_key/{ids}/_clear_cache", "post", "x-codeSamples"].reduce<Json | undefined>(
    (value, name) => (isObject(value) ? value[name] : undefined), document?.root);
  const sample = Array.isArray(samples) ? samples.find((one) => isObject(one) && one["lang"] === "curl") : undefined;
  return isObject(sample) ? String(sample["source"]) : "";
}
