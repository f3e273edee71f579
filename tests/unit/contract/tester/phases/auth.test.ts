import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, findingsOf } from "./server-of.ts";

const document = {
  security: [{ token: [] }],
  paths: { "/pets": { get: { responses: { 200: answered({ type: "array" }), 401: { description: "d" } } } } },
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
};
const credentials = new Map([["token", "right"]]);
const refusal = { status: 401, headers: { "www-authenticate": "Bearer" } };
const isRight = (header: (name: string) => string | undefined) => header("authorization") === "Bearer right";

test("a server that lets in only whom it knows has no finding", async () => {
  assert.deepEqual(await findingsOf("auth", document, ({ header }) => (isRight(header) ? { status: 200, json: [] } : refusal), { credentials }), []);
});

test("who asks for no credentials, and who takes any, has one finding", async () => {
  assert.deepEqual(await findingsOf("auth", document, () => ({ status: 200, json: [] }), { credentials }), ["error credentials-ignored GET /pets"]);
  const any = ({ header }: { header: (name: string) => string | undefined }) => (header("authorization")?.startsWith("Bearer ") === true ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", document, any, { credentials }), ["error credentials-ignored GET /pets"]);
});

test("of a server that takes any credentials, as mocks do, wrong ones are not tried", async () => {
  const any = ({ header }: { header: (name: string) => string | undefined }) => (header("authorization") === undefined ? refusal : { status: 200, json: [] });
  assert.deepEqual(await findingsOf("auth", document, any, { credentials, anyCredentials: true }), []);
});

test("the right credentials must not be refused, and a 401 says how to come again", async () => {
  assert.deepEqual(await findingsOf("auth", document, () => refusal, { credentials }), ["error credentials-refused GET /pets"]);
  assert.deepEqual(await findingsOf("auth", document, ({ header }) => (isRight(header) ? { status: 200, json: [] } : { status: 401 }), { credentials }), ["warning protocol-violation GET /pets"]);
});

test("one of two keys that are asked for together is not enough", async () => {
  const both = {
    security: [{ one: [], two: [] }],
    paths: { "/pets": { get: { responses: { 200: answered({ type: "array" }), 401: { description: "d" } } } } },
    components: { securitySchemes: { one: { type: "apiKey", in: "query", name: "one" }, two: { type: "apiKey", in: "cookie", name: "two" } } },
  };
  const given = new Map([["one", "1"], ["two", "2"]]);
  const right = (query: URLSearchParams) => query.get("one") === "1";
  assert.deepEqual(await findingsOf("auth", both, ({ query, header }) => (right(query) && header("cookie") === "two=2" ? { status: 200, json: [] } : { status: 401 }), { credentials: given }), []);
  assert.deepEqual(await findingsOf("auth", both, ({ query }) => (right(query) ? { status: 200, json: [] } : { status: 401 }), { credentials: given }), ["error credentials-ignored GET /pets"]);
});
