import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { exchangeJudge } from "../../../../generator/contract/proxy/exchange-judge.ts";
import type { Observed } from "../../../../generator/contract/proxy/observed.ts";
import type { Header, Transport, WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import { testContract } from "../../../../generator/contract/tester/test-contract.ts";
import type { JsonObject } from "../../../../generator/json.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";

const pet = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
const answer = { description: "", content: { "application/json": { schema: pet } } };
const paths: JsonObject = {
  "/pets/{id}": {
    get: { operationId: "getPet", parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }, { name: "limit", in: "query", schema: { type: "integer", maximum: 9 } }], responses: { "200": answer, "400": answer } },
  },
  "/pets/mine": { post: { requestBody: { required: true, content: { "application/json": { schema: pet } } }, responses: { "201": answer, "400": answer } } },
};
const components = { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } };
const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, security: [{ key: [] }], paths, components }) });
assert.ok(loaded.document);
const { document } = loaded;
const { api } = buildApi(document);

const json: Header = ["content-type", "application/json"];

function exchange(request: Partial<WireRequest>, status: number, body: string | Uint8Array = '{"id":1}', headers: readonly Header[] = [json]): Observed {
  return {
    request: { method: "GET", target: "/v1/pets/1", headers: [], ...request },
    outcome: { kind: "response", response: { status, headers, body: Buffer.from(body), milliseconds: 1 } },
    isRequestWhole: true,
    isResponseWhole: true,
  };
}

function codesOf(...observed: readonly Observed[]): string[] {
  const judge = exchangeJudge(document, api, "/v1");
  return observed.flatMap((each) => judge.judge(each)).map(({ code, severity }) => `${severity} ${code}`);
}

test("a defect is told of once, however often it passes by", () => {
  const judge = exchangeJudge(document, api, "/v1");
  const [first, ...others] = judge.judge(exchange({}, 200, '{"id":"1"}'));
  assert.deepEqual(others, []);
  assert.equal(first?.message, '200: "/id" of the body must be an integer');
  assert.deepEqual(judge.judge(exchange({ target: "/v1/pets/2" }, 200, '{"id":"2"}')), []);
  const { findings, exchanges, coverage } = judge.report();
  assert.deepEqual(findings.map(({ count }) => count), [2]);
  assert.equal(exchanges, 2);
  assert.deepEqual(coverage.operations.map(({ operation, requests }) => [operation, requests]), [["GET /pets/{id}", 2], ["POST /pets/mine", 0]]);
});

test("requests are judged, too: what is accepted against the document, and what was right to be refused", () => {
  assert.deepEqual(codesOf(exchange({ target: "/v1/pets/1?limit=10" }, 200)), ["error invalid-request-accepted"]);
  assert.deepEqual(codesOf(exchange({ target: "/v1/pets/1?limit=10" }, 400)), ["warning invalid-request"]);
  assert.deepEqual(codesOf(exchange({ target: "/v1/pets/1?limit=9" }, 400)), ["warning valid-request-refused"]);
  assert.deepEqual(codesOf(exchange({ method: "POST", target: "/v1/pets/mine", headers: [json], body: Buffer.from('{"id":"1"}') }, 201)), ["error invalid-request-accepted"]);
  assert.deepEqual(codesOf(exchange({ target: "/v1/nobody" }, 200), exchange({ target: "/v1/nobody" }, 200)), ["warning undocumented-operation"]);
});

test("nothing is said where it is in doubt", () => {
  assert.deepEqual(codesOf(
    exchange({ target: "/v1/pets/1?limit=" }, 200),
    exchange({ target: "/v1/pets/1?limit=abc" }, 200),
    exchange({ target: "/v1/pets/1?unknown=1" }, 400),
    exchange({ target: "/v1/pets/1?limit=1e1" }, 400),
    exchange({ target: "/v1/nobody" }, 404, "", []),
    exchange({ method: "OPTIONS" }, 200, "", []),
    exchange({ headers: [["accept-encoding", "zstd"]] }, 200, "?", [json, ["content-encoding", "zstd"]]),
    { ...exchange({}, 200, '{"id"'), isResponseWhole: false },
    { ...exchange({ method: "POST", target: "/v1/pets/mine", headers: [json] }, 201), isRequestWhole: false },
  ), []);
});

test("compressed bodies are judged by what is in them", () => {
  assert.deepEqual(codesOf(exchange({}, 200, brotliCompressSync('{"id":1}'), [json, ["content-encoding", "br"]])), []);
  assert.deepEqual(codesOf(exchange({}, 200, brotliCompressSync('{"id":true}'), [json, ["content-encoding", "br"]])), ["error invalid-response-body"]);
});

test("no credentials are in what is reported", () => {
  const judge = exchangeJudge(document, api, "/v1");
  const headers: Header[] = [["Authorization", "Bearer s3cret"], ["Cookie", "sid=s3cret"]];
  const found = judge.judge(exchange({ target: "/v1/pets/1?key=s3cret&limit=1", headers }, 200, "[]", [json, ["set-cookie", "sid=s3cret; Path=/"]]));
  assert.equal(found[0]?.evidence.case.request.target, "/v1/pets/1?key=$API_KEY&limit=1");
  assert.doesNotMatch(JSON.stringify([found, judge.report()]), /s3cret/);
});

test("of the same exchange the tester finds the same", async () => {
  const answers = ['{"id":1}', '{"id":"x"}', "{}", "nothing", '{"id":1,"id":2}'];
  let turn = 0;
  const transport: Transport = {
    baseUrl: "http://127.0.0.1:1/v1",
    send: async () => {
      const status = [200, 201, 400, 418, 500][turn % 7] ?? 200;
      return { kind: "response", response: { status, headers: [["content-type", turn % 11 === 0 ? "text/html" : "application/json"]], body: Buffer.from(answers[turn++ % answers.length] ?? ""), milliseconds: 1 } };
    },
    close: async () => undefined,
  };
  const { findings } = await testContract(document, api, transport, { phases: ["examples", "coverage"], maxRequests: 400 });
  const ofAnswers = findings.filter(({ code }) => !/request|server-error/.test(code));
  assert.ok(new Set(ofAnswers.map(({ code }) => code)).size >= 3);
  for (const { code, key, message, operation, at, evidence: { case: { request }, outcome } } of ofAnswers) {
    const found = exchangeJudge(document, api, "/v1").judge({ request, outcome, isRequestWhole: true, isResponseWhole: true });
    const same = found.find((each) => each.code === code && each.key === key);
    assert.deepEqual([same?.message, same?.operation, same?.at], [message, operation, at]);
  }
});
