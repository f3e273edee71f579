import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, testedBy } from "./server-of.ts";

const document = {
  security: [{ token: [] }],
  paths: { "/pets": { get: { responses: { 200: answered({ type: "array" }), 401: { description: "d" } } } } },
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
};
const credentials = new Map([["token", "right"]]);
const refusal = { status: 401, headers: { "www-authenticate": "Bearer" } };
type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];
const isLowRight = (header: (name: string) => string | undefined) => /^bearer right$/i.test(header("authorization") ?? "");
const isRight = (header: (name: string) => string | undefined) => header("authorization") === "Bearer right";

test("a server that lets in only whom it knows has no finding", async () => {
  assert.deepEqual(await findingsOf("auth", document, ({ header }) => (isLowRight(header) ? { status: 200, json: [] } : refusal), { credentials }), []);
});

test("who asks for no credentials, and who takes any, has one finding", async () => {
  assert.deepEqual(await findingsOf("auth", document, () => ({ status: 200, json: [] }), { credentials }), ["error credentials-ignored GET /pets"]);
  const any = ({ header }: { header: (name: string) => string | undefined }) => (/^bearer /i.test(header("authorization") ?? "") ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", document, any, { credentials }), ["error credentials-ignored GET /pets"]);
});

test("of a server that takes any credentials, as mocks do, wrong ones are not tried", async () => {
  const any = ({ header }: { header: (name: string) => string | undefined }) => (header("authorization") === undefined ? refusal : { status: 200, json: [] });
  assert.deepEqual(await findingsOf("auth", document, any, { credentials, anyCredentials: true }), []);
});

test("the right credentials must not be refused, and a 401 says how to come again", async () => {
  assert.deepEqual(await findingsOf("auth", document, () => refusal, { credentials }), ["error credentials-refused GET /pets"]);
  assert.deepEqual(await findingsOf("auth", document, ({ header }) => (isLowRight(header) ? { status: 200, json: [] } : { status: 401 }), { credentials }), ["warning protocol-violation GET /pets"]);
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

test("who looks only at how a token begins, or at the name of a user, is found", async () => {
  const long = new Map([["token", "a-token-of-some-length"]]);
  const begins = ({ header }: Asked) => (/^bearer a-token-of/i.test(header("authorization") ?? "") ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", document, begins, { credentials: long }), ["error credentials-ignored GET /pets"]);
  const basic = { ...document, components: { securitySchemes: { token: { type: "http", scheme: "basic" } } } };
  const named = ({ header }: Asked) => (Buffer.from(header("authorization")?.split(" ")[1] ?? "", "base64").toString().startsWith("ada:") ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", basic, named, { credentials: new Map([["token", "ada:lovelace"]]) }), ["error credentials-ignored GET /pets"]);
  const cookie = { ...document, components: { securitySchemes: { token: { type: "apiKey", in: "cookie", name: "sid" } } } };
  const signed = ({ header }: Asked) => (/sid=0123\.[a-z]+$/.test(header("cookie") ?? "") ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", cookie, signed, { credentials: new Map([["token", "0123.signature"]]) }), ["error credentials-ignored GET /pets"]);
});

test("what fills up base64 is no part of a credential", async () => {
  const key = { ...document, components: { securitySchemes: { token: { type: "apiKey", in: "header", name: "X-Key" } } } };
  const decoded = ({ header }: Asked) => (Buffer.from(header("x-key") ?? "", "base64").toString() === "ada:lovelac" ? { status: 200, json: [] } : { status: 401 });
  assert.deepEqual(await findingsOf("auth", key, decoded, { credentials: new Map([["token", Buffer.from("ada:lovelac").toString("base64")]]) }), []);
});

test("who is sent elsewhere instead of being refused gets what the document does not have", async () => {
  const elsewhere = ({ header }: Asked) => (isLowRight(header) ? { status: 200, json: [] } : { status: 302, headers: { location: "/login" } });
  assert.deepEqual(await findingsOf("auth", document, elsewhere, { credentials }), ["error undocumented-status GET /pets"]);
});

test("the name of a scheme may be in any case", async () => {
  const exact = ({ header }: Asked) => (isRight(header) ? { status: 200, json: [] } : refusal);
  const any = ({ header }: Asked) => (/^bearer right$/i.test(header("authorization") ?? "") ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", document, any, { credentials }), []);
  assert.deepEqual(await findingsOf("auth", document, exact, { credentials }), ["warning protocol-violation GET /pets"]);
});

test("HEAD asks for the credentials that GET asks for", async () => {
  const open = ({ header, method }: Asked) => (isLowRight(header) || method === "HEAD" ? { status: 200, json: [] } : refusal);
  assert.deepEqual(await findingsOf("auth", document, open, { credentials }), ["error credentials-ignored HEAD /pets"]);
});

test("credentials that have ended, for what took them refuses them now, are not refused", async () => {
  const session: JsonObject = { paths: {
    "/session": { get: { security: [{ sid: [] }], responses: { 200: answered({}), 401: { description: "d" } } }, delete: { security: [{ sid: [] }], responses: { 204: { description: "d" }, 401: { description: "d" } } } },
    "/pets": { get: { security: [{ token: [] }, { sid: [] }], responses: { 200: answered({ type: "array" }), 401: { description: "d" } } } },
  }, components: { securitySchemes: { sid: { type: "apiKey", in: "cookie", name: "sid" }, token: { type: "http", scheme: "bearer" } } } };
  const both = new Map([["sid", "s-1"], ["token", "right"]]);
  const server = (refuses: string) => {
    let isOpen = true;
    return ({ method, path, header }: Asked) => {
      const isKnown = (isOpen && header("cookie") === "sid=s-1" && path !== refuses) || (path === "/pets" && /^bearer right$/i.test(header("authorization") ?? ""));
      if (!isKnown) return refusal;
      if (method === "DELETE" && refuses === "") isOpen = false;
      return method === "DELETE" ? { status: 204 } : { status: 200, json: [] };
    };
  };
  const found = async (refuses: string) => (await testedBy(["examples", "auth"], session, server(refuses), { credentials: both })).map(({ code, operation }) => `${code} ${operation}`);
  assert.deepEqual(await found(""), []);
  assert.deepEqual(await found("/pets"), ["credentials-refused GET /pets"]);
});
