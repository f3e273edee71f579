import assert from "node:assert/strict";
import { test } from "node:test";
import { writingOf } from "../../../../../generator/contract/tester/checks/writing-of.ts";
import type { Outcome } from "../../../../../generator/contract/tester/exchange.ts";
import { testContract } from "../../../../../generator/contract/tester/test-contract.ts";
import { loadDocument } from "../../../../../generator/load/load-document.ts";
import { buildApi } from "../../../../../generator/model/build-api.ts";

async function refusing(content: unknown, status = 422) {
  const paths = { "/a": { post: { requestBody: { required: true, content }, responses: { "200": { description: "" }, [status]: { description: "" } } } } };
  const { document } = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, paths }) });
  assert.ok(document);
  const refused: Outcome = { kind: "response", response: { status, headers: [], body: new Uint8Array(), milliseconds: 1 } };
  const transport = { baseUrl: "http://127.0.0.1", send: async () => refused, close: async () => {} };
  const { findings, requests } = await testContract(document, buildApi(document).api, transport, { phases: ["coverage", "fuzz"] });
  return { requests, codes: [...new Set(findings.map(({ code }) => code))], findings: [...new Set(findings.map(({ severity, code }) => `${severity} ${code}`))] };
}

const object = { schema: { type: "object", properties: { a: { type: "string" } } } };

test("that a server refuses our XML, SVG or CSV, or an object as plain text, is no finding: we cannot write what is valid", async () => {
  for (const content of [{ "application/xml": object }, { "application/soap+xml": { schema: { type: "string" } } }, { "image/svg+xml": {} }, { "text/csv": { schema: { type: "string" } } }, { "text/plain": object }, { "application/octet-stream": object }]) {
    const { requests, codes } = await refusing(content);
    assert.deepEqual(codes, [], JSON.stringify(content));
    assert.ok(requests > 0);
  }
});

test("that it refuses JSON, forms, plain text and bytes is one", async () => {
  for (const name of ["application/json", "application/vnd.a+json; charset=utf-8", "application/x-www-form-urlencoded", "multipart/form-data"]) assert.deepEqual((await refusing({ [name]: object })).codes, ["valid-request-refused"], name);
  for (const name of ["text/plain", "application/octet-stream"]) assert.deepEqual((await refusing({ [name]: { schema: { type: "string" } } })).codes, ["valid-request-refused"], name);
  assert.deepEqual((await refusing({ "application/octet-stream": { schema: { type: "string", format: "binary" } } })).codes, ["valid-request-refused"]);
});

test("that it does not know a documented media type is one", async () => {
  assert.deepEqual((await refusing({ "application/xml": object }, 415)).codes, ["valid-request-refused"]);
});

test("that it refuses a file that is one is a warning: it may ask for more than the document can say", async () => {
  for (const name of ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "application/zip", "application/gzip"]) assert.deepEqual((await refusing({ [name]: {} })).findings, ["warning valid-request-refused"], name);
  assert.deepEqual((await refusing({ "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: {} } }, encoding: { file: { contentType: "image/png, image/jpeg" } } } })).findings, ["warning valid-request-refused"]);
});

test("a form is what its parts are", async () => {
  const picture = { schema: { type: "object", required: ["file"], properties: { file: {} } }, encoding: { file: { contentType: "image/tiff, image/heic" } } };
  assert.deepEqual((await refusing({ "multipart/form-data": picture })).codes, []);
  assert.deepEqual((await refusing({ "multipart/form-data": { ...picture, encoding: { file: { contentType: "application/json" } } } })).codes, ["valid-request-refused"]);
});

test("a request without a body has nothing that is not known", () => {
  assert.equal(writingOf({ method: "GET", target: "/", headers: [["content-type", "application/xml"]] }, undefined, new Map()), "ours");
});
