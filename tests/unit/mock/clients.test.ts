import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { startMock } from "../../../generator/mock/start-mock.ts";
import { repository } from "../../support/typecheck.ts";
import { loadApi } from "./load-api.ts";

const run = promisify(execFile);
const api = await loadApi(join(repository, "spec/openapi.yaml"));
const mock = await startMock(api);
after(() => mock.close());
const elastic = await import("@elastic/elasticsearch").catch(() => undefined);
const hasCurl = await run("curl", ["--version"]).then(() => true, () => false);
const apiKey = btoa("id:key");

test("the contract's curl sample runs as it stands", { skip: !hasCurl && "there is no curl" }, async () => {
  const samples = api.operations[0]?.extensions.find(({ name }) => name === "x-codeSamples")?.value;
  const curl = Array.isArray(samples) ? samples.flatMap((sample) => (JSON.stringify(sample).includes('"curl"') ? [sample] : [])) : [];
  const [sample] = curl;
  assert.ok(typeof sample === "object" && sample !== null && "source" in sample);
  const { stdout } = await run("sh", ["-c", `${String(sample["source"])} --silent --show-error --fail`], { env: { ...process.env, ELASTIC_API_KEY: apiKey, ELASTICSEARCH_URL: mock.url } });
  assert.equal(JSON.parse(stdout)._nodes.failed, 0);
});

test("Elastic's own client takes the mock for Elasticsearch", { skip: !elastic && "@elastic/elasticsearch is not installed" }, async () => {
  if (!elastic) return;
  for (const auth of [{ apiKey }, { username: "elastic", password: "changeme" }, { bearer: "token" }]) {
    const client = new elastic.Client({ node: mock.url, auth });
    for (const ids of ["yVGMr3QByxdh1MSaicYx", ["a", "b"], "*", ["a,b", "c"], "é-ключ-😀", "100%", "a/b"]) {
      const { _nodes } = await client.security.clearApiKeyCache({ ids });
      assert.equal(_nodes.failed, 0, String(ids));
    }
    await client.close();
  }
});

test("Elastic's own client knows a refusal for what it is", { skip: !elastic && "@elastic/elasticsearch is not installed" }, async () => {
  if (!elastic) return;
  const client = new elastic.Client({ node: mock.url, auth: { username: "elastic", password: "wrong" } });
  const error: unknown = await client.security.clearApiKeyCache({ ids: "a" }).catch((reason: unknown) => reason);
  assert.ok(error instanceof elastic.errors.ResponseError);
  assert.equal(error.statusCode, 401);
  assert.match(error.message, /unable to authenticate user/);
  await client.close();
});

test("what names a request comes back as it was sent, and not at all where nothing was", async () => {
  const ask = (headers: Record<string, string>) => fetch(`${mock.url}/_security/api_key/a/_clear_cache`, { method: "POST", headers: { authorization: `ApiKey ${apiKey}`, ...headers } });
  assert.equal((await ask({ "x-opaque-id": "mine" })).headers.get("x-opaque-id"), "mine");
  assert.equal((await ask({})).headers.get("x-opaque-id"), null);
});
