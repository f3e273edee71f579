import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome, WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import { testContract } from "../../../../generator/contract/tester/test-contract.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";

const responses = { "200": { description: "" }, "400": { description: "" } };
const paths = { "/a": { get: { responses } }, "/b": { post: { responses } }, "/c": { get: { responses } }, "/d": { get: { responses } } };

/** What is found where a server is silent: each finding's operation, and how many exchanges show it. */
async function silences(isSilent: (request: WireRequest, wasAsked: ReadonlySet<string>) => boolean): Promise<{ [operation: string]: number }> {
  const { document } = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, paths }) });
  assert.ok(document);
  const asked = new Set<string>();
  const silent: Outcome = { kind: "failure", failure: "timeout", message: "nothing within 10 ms" };
  const answered: Outcome = { kind: "response", response: { status: 200, headers: [], body: new Uint8Array(), milliseconds: 1 } };
  const send = async (request: WireRequest) => {
    asked.add(request.target);
    return isSilent(request, asked) ? silent : answered;
  };
  const { findings } = await testContract(document, buildApi(document).api, { baseUrl: "http://127.0.0.1", send, close: async () => {} }, { phases: ["examples", "coverage"] });
  return Object.fromEntries(findings.filter(({ code }) => code === "no-response").map(({ operation, count }) => [operation, count]));
}

test("a server that answers nobody any more is one finding, of the operation that was asked first", async () => {
  assert.deepEqual(Object.keys(await silences((_, asked) => asked.has("/b"))), ["POST /b"]);
});

test("operations that are never answered, with others between them, are one finding each", async () => {
  assert.deepEqual(Object.keys(await silences(({ target }) => target === "/a" || target === "/c")), ["GET /a", "GET /c"]);
});

/** What is found of a server that answers each request with a 429 when it first comes. */
async function toldLater(headers: readonly [string, string][]): Promise<string[]> {
  const body = { required: true, content: { "application/json": { schema: { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: ["cat", "dog"] } } } } } };
  const limited = { description: "", headers: { "Retry-After": { required: true, schema: { type: "integer" } } } };
  const { document } = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, paths: { "/jobs": { post: { requestBody: body, responses: { "202": { description: "" }, "400": { description: "" }, "429": limited } } } } }) });
  assert.ok(document);
  const known = new Set<string>();
  const send = async (request: WireRequest): Promise<Outcome> => {
    const text = JSON.stringify([request.headers, Buffer.from(request.body ?? []).toString()]);
    const isNew = !known.has(text);
    known.add(text);
    return { kind: "response", response: { status: isNew ? 429 : 202, headers: isNew ? headers : [], body: new Uint8Array(), milliseconds: 1 } };
  };
  const { findings } = await testContract(document, buildApi(document).api, { baseUrl: "http://127.0.0.1", send, close: async () => {} }, { phases: ["negative"] });
  return [...new Set(findings.map(({ code, operation }) => `${code} ${operation}`))];
}

test("who is told to come again at once comes again, and learns what is taken", async () => {
  assert.deepEqual(await toldLater([["retry-after", "0"]]), ["invalid-request-accepted POST /jobs"]);
});

test("a 429 that says not when to come again, or much later, is judged, and left at that", async () => {
  assert.deepEqual(await toldLater([]), ["missing-response-header POST /jobs"]);
  assert.deepEqual(await toldLater([["retry-after", "3600"]]), []);
});
