import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { checkExchange } from "../../../../../generator/contract/tester/checks/check-exchange.ts";
import { checkTools } from "../../../../../generator/contract/tester/checks/check-tools.ts";
import type { Header, WireRequest } from "../../../../../generator/contract/tester/exchange.ts";
import { testedApi } from "../tested-api.ts";

const pet = { type: "object", required: ["id"], properties: { id: { type: "integer" }, secret: { type: "string", writeOnly: true }, born: { type: "string", format: "date" } }, additionalProperties: false };
const { api, operations } = await testedApi({
  "/pets": {
    get: {
      parameters: [{ name: "only", in: "query", "x-partial-response": true, schema: { type: "string" } }],
      responses: {
        "200": {
          description: "",
          headers: {
            "WWW-Authenticate": { schema: { type: "string" } },
            "X-Count": { required: true, schema: { type: "integer", minimum: 0 } },
            "X-Tags": { schema: { type: "array", items: { enum: ["a", "b"] } } },
            "Set-Cookie": { schema: { type: "string", pattern: "^id=" } },
          },
          content: { "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } } }, "text/csv": { schema: { type: "string" } } },
        },
        "204": { description: "" },
        "4XX": { description: "", content: { "application/problem+json": { schema: { type: "object", required: ["title"] } } } },
        "503": { description: "" },
        default: { description: "", content: { "application/json": {} } },
      },
    },
    post: { requestBody: { content: { "application/json": {} } }, responses: { "201": { description: "", content: { "application/x-ndjson": { itemSchema: { $ref: "#/components/schemas/Pet" } } } } } },
  },
}, { Pet: pet });
const [list, create] = operations;
assert.ok(list && create);
const tools = checkTools({ at: (pointer) => ({ uri: "openapi.yaml", pointer }) }, api);

const json: Header = ["Content-Type", "application/json"];
const count: Header = ["X-Count", "1"];
const good: Answer = { status: 200, headers: [json, count], body: '[{"id":1}]' };

type Answer = { readonly status: number; readonly headers: readonly Header[]; readonly body: string | Uint8Array };

function found({ status, headers, body }: Answer, request: Partial<WireRequest> = {}, tested = list): string[] {
  const sent: WireRequest = { method: tested === create ? "POST" : "GET", target: "/pets", headers: [["accept", "application/json, text/csv"]], ...request };
  return checkExchange(tested, sent, { status, headers, body: Buffer.from(body), milliseconds: 1 }, tools).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
}

for (const { name, ...answer } of [
  { name: "as documented", ...good },
  { name: "in the other documented media type", status: 200, headers: [["content-type", "text/csv; charset=utf-8"], count] as const, body: "id\n1\n" },
  { name: "of the range", status: 422, headers: [["content-type", "application/problem+json"]] as const, body: '{"title":"no"}' },
  { name: "a problem with the status that it has", status: 422, headers: [["content-type", "application/problem+json"]] as const, body: '{"title":"no","status":422}' },
  { name: "of the default", status: 302, headers: [json, ["location", "/elsewhere?a=%20"]] as const, body: "{}" },
  { name: "without the property that is only written", ...good, body: '[{"id":12345678901234567890,"born":"2024-02-29"}]' },
  { name: "compressed", status: 200, headers: [json, count, ["content-encoding", "gzip"]] as const, body: gzipSync('[{"id":1}]') },
  { name: "with well-written headers", ...good, headers: [json, count, ["X-Tags", "a,b"], ["X-Tags", "a"], ["Set-Cookie", "x=1"], ["Set-Cookie", "id=2"], ["Date", "Tue, 24 Nov 2026 10:00:00 GMT"], ["ETag", 'W/"a b"'.replace(" ", "")], ["Retry-After", "3"], ["Allow", "GET, HEAD"], ["WWW-Authenticate", "Basic realm=a"], ["WWW-Authenticate", "Bearer"], ["Vary", "*"], ["Cache-Control", 'max-age=10, private, no-cache="set-cookie"'], ["Link", '</pets?page=2>; rel="next" ; title=a, </pets>;rel=first'], ["Content-Language", "de-CH, en"], ["Sunset", "Sat, 31 Dec 2033 23:59:59 GMT"]] as const },
  { name: "that is a 503 which is documented", status: 503, headers: [], body: "" },
]) {
  test(`nothing is wrong with an answer ${name}`, () => {
    assert.deepEqual(found(answer), []);
  });
}

for (const { says, ...answer } of [
  { says: ["warning protocol-violation: A problem says the status 400, and comes with 422"], status: 422, headers: [["content-type", "application/problem+json"]] as const, body: '{"title":"no","status":400}' },
  { says: ['error server-error: The server fails with 500'], status: 500, headers: [json], body: "{}" },
  { says: ['error invalid-response-body: 200: "/0/id" of the body must be an integer'], ...good, body: '[{"id":"1"}]' },
  { says: ['error invalid-response-body: 200: "/0" of the body must have the property "id"'], ...good, body: "[{}]" },
  { says: ['error invalid-response-body: 200: "/0" of the body must not have the property "other"'], ...good, body: '[{"id":1,"other":1}]' },
  { says: ['error invalid-response-body: 200: "/0/born" of the body must be of the format date'], ...good, body: '[{"id":1,"born":"yesterday"}]' },
  { says: ["error invalid-response-body: 200: the body is no JSON: unexpected character at line 1, column 12 (offset 11)"], ...good, body: '[{"id":1}] x' },
  { says: ["error invalid-response-body: 200: the body is no JSON: unexpected character at line 1, column 8 (offset 7)"], ...good, body: '[{"id":NaN}]' },
  { says: ['error invalid-response-body: 200: the body has the name "id" twice in one object'], ...good, body: '[{"id":1},{"id":1,"\\u0069d":2}]' },
  { says: ["error invalid-response-body: 200: the body begins with a byte order mark"], ...good, body: '\ufeff[{"id":1}]' },
  { says: ["error invalid-response-body: 200: the body is not UTF-8"], ...good, body: Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]) },
  { says: ["error invalid-response-body: 200: the body is JSON in the charset iso-8859-1"], ...good, headers: [["content-type", "application/json; charset=ISO-8859-1"], count] as const },
  { says: ["error invalid-response-body: 200: there is no body"], ...good, body: "" },
  { says: ["error invalid-response-body: 200: the body is not in the coding gzip, as Content-Encoding says"], ...good, headers: [json, count, ["Content-Encoding", "gzip"]] as const },
  { says: ["error undocumented-content-type: 200: the Content-Type text/html is not documented"], ...good, headers: [["content-type", "text/html"], count] as const },
  { says: ["error undocumented-content-type: 200: the body has no Content-Type"], ...good, headers: [count] },
  { says: ["error missing-response-header: 200: there is no header X-Count"], ...good, headers: [json] },
  { says: ['error invalid-response-header: 200: the header X-Count must be an integer, not "many"'], ...good, headers: [json, ["X-Count", "many"]] as const },
  { says: ['error invalid-response-header: 200: the header X-Tags must be one of "a", "b", not "a,c"'], ...good, headers: [json, count, ["X-Tags", "a,c"]] as const },
  { says: ["error unexpected-body: A 204 has a body of 2 bytes"], status: 204, headers: [], body: "{}" },
  { says: ["warning unexpected-body: 503: there is a body of 2 bytes"], status: 503, headers: [json], body: "{}" },
  { says: ['error protocol-violation: The header ETag is not written as its standard says: "abc"'], ...good, headers: [json, count, ["ETag", "abc"]] as const },
  { says: ["error protocol-violation: The header Content-Type is there 2 times"], ...good, headers: [json, ["content-type", "text/csv"], count] as const },
  { says: ['warning invalid-response-body: 200: "/0/secret" of the body is shown, although it is only written'], ...good, body: '[{"id":1,"secret":"s"},{"id":2,"secret":"t"}]' },
  { says: ["warning protocol-violation: A 204 has a header Content-Length"], status: 204, headers: [["Content-Length", "0"]] as const, body: "" },
  { says: ['error protocol-violation: The header Cache-Control is not written as its standard says: "private, max-age=10s"'], ...good, headers: [json, count, ["Cache-Control", "private, max-age=10s"]] as const },
  { says: ['error protocol-violation: The header Link is not written as its standard says: "/pets?page=2; rel=next"'], ...good, headers: [json, count, ["Link", "/pets?page=2; rel=next"]] as const },
  { says: ['error protocol-violation: The header Set-Cookie is not written as its standard says: "; Path=/"'], ...good, headers: [json, count, ["Set-Cookie", "; Path=/"]] as const },
  { says: ['error protocol-violation: The header Date is not written as its standard says: "2026-11-24"'], ...good, headers: [json, count, ["Date", "2026-11-24"]] as const },
]) {
  test(says.join("; "), () => {
    assert.deepEqual(found(answer), says);
  });
}

test("of two media types that are documented, the one that was asked for must come", () => {
  assert.deepEqual(found(good, { headers: [["accept", "text/csv"]] }), ["error not-acceptable-content-type: 200: a request that accepts text/csv gets application/json"]);
  assert.deepEqual(found(good, { headers: [["accept", "image/png"]] }), [], "what nobody can give may be ignored");
});

test("lines are judged one by one, each rule once", () => {
  const lines = (body: string) => found({ status: 201, headers: [["content-type", "application/x-ndjson"]], body }, {}, create);
  assert.deepEqual(lines('{"id":1}\n{"id":2}\n'), []);
  assert.deepEqual(lines('{"id":1}\n{"id":"2"}\n{"id":"3"}\n'), ['error invalid-response-body: 201: "/2/id" of the body must be an integer']);
});

test("an answer to HEAD has no body, whatever is documented", () => {
  assert.deepEqual(found({ ...good, body: "" }, { method: "HEAD" }), []);
  assert.deepEqual(found(good, { method: "HEAD" }), ["error unexpected-body: An answer to HEAD has a body of 10 bytes"]);
});

test("what HTTP itself may answer needs no documentation; everything else does", () => {
  const statusOf = (status: number, request: Partial<WireRequest> = {}) => found({ status, headers: [], body: "" }, request, create).map((text) => text.split(":")[0]);
  assert.deepEqual([429, 408].flatMap((status) => statusOf(status)), []);
  assert.deepEqual(statusOf(415, { headers: [["content-type", "text/x-unknown"]] }), []);
  assert.deepEqual(statusOf(414, { target: `/pets?${"a".repeat(4000)}` }), []);
  assert.deepEqual(statusOf(412, { headers: [["if-match", '"1"']] }), []);
  for (const status of [200, 400, 404, 406, 412, 414, 415, 418]) assert.deepEqual(statusOf(status, { headers: [["content-type", "application/json"]] }), ["error undocumented-status"], String(status));
});

test("where a part of the answer was asked for, what is missing may be, and what is there must be right", () => {
  assert.deepEqual(found({ ...good, body: "[{}]" }, { target: "/pets?only=born" }), []);
  assert.deepEqual(found({ ...good, body: '[{"id":"1"}]' }, { target: "/pets?only=id" }).length, 1);
});
