import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { loadContract } from "../../../../generator/index.ts";
import { createExample } from "../../../../spec/example/example-server.ts";
import { sampleCluster, sampleDirectory } from "../../../../spec/example/sample-data.ts";
import { encodeApiKey } from "../../../../spec/example/users.ts";
import { repository } from "../../../support/typecheck.ts";
import { folderWith } from "../../cli/run-main.ts";

const document = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 9 } }]
      responses:
        "200": { description: All, content: { application/json: { schema: { type: array, items: { type: string } } } } }
        "400": { description: Wrong }
`;

test("a server that runs is tested by its URL: each defect with its place and a line for a shell", async (t) => {
  const contract = await loadContract("pets.yaml", { cwd: await folderWith(t, { "pets.yaml": document }) });
  const url = await listening(t, (limit) => (Number(limit) > 9 ? 200 : Number.isInteger(Number(limit ?? 1)) && limit !== "" ? 200 : 400));
  const { findings, requests, stopped } = await contract.testServer(url, { headers: { "x-test": "1" }, phases: ["coverage", "negative"] });
  assert.deepEqual(findings.map(({ code, operation, line }) => `${line} ${code} ${operation}`), ["7 invalid-request-accepted GET /pets"]);
  assert.match(findings[0]?.curl ?? "", /^curl .*-H 'x-test: 1'.* .*\/pets\?limit=\d\d+'$/);
  assert.equal(stopped, undefined);
  assert.ok(requests > 5, `${requests}`);
});

test("a router of generated code is tested without a socket, with credentials", async () => {
  const contract = await loadContract("spec/openapi.yaml", { cwd: repository });
  const router = createExample(sampleCluster(), sampleDirectory);
  const { findings, coverage } = await contract.testServer(router, { credentials: { apiKeyAuth: encodeApiKey(sampleDirectory.apiKeys[0]) }, maxRequests: 300 });
  assert.deepEqual(findings, []);
  assert.ok(coverage.operations.some(({ statuses }) => statuses.some(({ name, count }) => name === "200" && count > 0)));
});

test("a server elsewhere is not touched unless somebody says that its data may change", async (t) => {
  const contract = await loadContract(join(await folderWith(t, { "pets.yaml": document }), "pets.yaml"));
  await assert.rejects(contract.testServer("https://pets.example"), RangeError);
});

/** A server of pets, which answers with the status that a limit gets. */
async function listening(t: TestContext, statusOf: (limit: string | null) => number): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const status = pathname !== "/pets" ? 404 : statusOf(searchParams.get("limit"));
    response.writeHead(status, status === 200 ? { "content-type": "application/json" } : {}).end(status === 200 ? "[]" : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}
