import assert from "node:assert/strict";
import { test } from "node:test";
import { testContract } from "../../../generator/contract/tester/test-contract.ts";
import { socketTransport } from "../../../generator/contract/tester/transport/socket-transport.ts";
import type { JsonObject } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { startMock } from "../../../generator/mock/start-mock.ts";
import { buildApi } from "../../../generator/model/build-api.ts";

const ok = (schema: JsonObject = { type: "object" }): JsonObject => ({ description: "d", content: { "application/json": { schema } } });
const refused = ok();
const responses = { "200": ok(), "400": refused };

/** What the tester says of the mock of a document that has something odd, which is the fault of neither. */
async function findingsOfMock(document: JsonObject): Promise<string[]> {
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, ...document }) });
  assert.ok(loaded.document);
  const { api } = buildApi(loaded.document);
  const mock = await startMock(api, { prism: false });
  const transport = socketTransport(mock.url, { answer: 300_000, pause: 1_000 });
  try {
    const { findings, requests } = await testContract(loaded.document, api, transport, { anyCredentials: true, isForgetful: true });
    assert.ok(requests > 0, "nothing was sent");
    return findings.map(({ severity, code, operation, message }) => `${severity} ${code} ${operation}: ${message}`);
  } finally {
    await transport.close();
    await mock.close();
  }
}

const oddities: { readonly [name: string]: JsonObject } = {
  "a query that stands in a path": { paths: { "/pets?beta=true&v=2#now": { get: { responses } } } },
  "parameters that say how long a body is, how it is coded, and what part it is": {
    paths: {
      "/files": {
        put: {
          parameters: [
            { name: "Content-Length", in: "header", required: true, schema: { type: "number" }, example: 262144 },
            { name: "content-encoding", in: "header", schema: { enum: ["gzip"] } },
            { name: "Content-Range", in: "header", schema: { type: "string" } },
            { name: "Expect", in: "header", schema: { type: "string" } },
          ],
          requestBody: { content: { "application/octet-stream": {} } },
          responses,
        },
      },
    },
  },
  "an exploded object with members that it does not list": {
    paths: { "/pets": { get: { parameters: [{ name: "filter", in: "query", schema: { type: "object", properties: { name: { type: "string" } } }, example: { name: "a", other: "b" } }], responses } } },
  },
  "credentials of a scheme that is not there": { security: [{ nobody: [] }], paths: { "/pets": { get: { responses: { ...responses, "401": refused } } } } },
  "404 for paths that cannot be, and nothing else to refuse with": { paths: { "/pets/{id}": { get: { parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }], responses: { "200": ok(), "404": refused } } } } },
  "refusals that are bytes": { paths: { "/pets": { get: { parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }], responses: { "200": ok(), default: { description: "d", content: { "html/odd": {} } } } } } } },
  "a header that is a list to the document and a date to HTTP": { paths: { "/pets": { get: { responses: { "200": { ...ok(), headers: { "Last-Modified": { schema: { type: "array", items: { type: "string" } } } } } } } } } },
};

for (const [name, document] of Object.entries(oddities)) {
  test(`nothing is said of the mock of a document with ${name}`, async () => {
    assert.deepEqual(await findingsOfMock(document), []);
  });
}
