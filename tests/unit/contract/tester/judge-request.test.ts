import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../generator/json.ts";
import { isProvenInvalid } from "../../../../generator/contract/tester/judge-request.ts";
import type { TestedOperation } from "../../../../generator/contract/tester/phase.ts";
import { testedApi } from "./tested-api.ts";

const ok = { responses: { "200": { description: "" } } };

async function judging(path: string, described: JsonObject, method = "get"): Promise<TestedOperation> {
  const { operations: [first] } = await testedApi({ [path]: { [method]: { ...ok, ...described } } });
  assert.ok(first);
  return first;
}

const limit = { parameters: [{ name: "limit", in: "query", required: true, schema: { type: "integer", minimum: 1, maximum: 5 } }] };

test("a request that follows the document has no violations", async () => {
  const { judge } = await judging("/a", limit);
  assert.deepEqual(judge({ method: "GET", target: "/a?limit=5&other=1", headers: [] }), []);
});

test("a violation names its keyword and the schema that says so", async () => {
  const { judge } = await judging("/a", limit);
  const at = "/paths/~1a/get/parameters/0/schema";
  assert.deepEqual(judge({ method: "GET", target: "/a?limit=6", headers: [] }).map((found) => [found.keyword, found.at]), [["maximum", at]]);
  assert.deepEqual(judge({ method: "GET", target: "/a?limit=x", headers: [] }).map(({ keyword }) => keyword), ["type"]);
  assert.deepEqual(judge({ method: "GET", target: "/a", headers: [] }).map(({ keyword }) => keyword), ["required"]);
});

test("everything is a text in a query: a number is a good text", async () => {
  const { judge } = await judging("/a", { parameters: [{ name: "q", in: "query", schema: { type: "string" } }] });
  assert.deepEqual(judge({ method: "GET", target: "/a?q=5", headers: [] }), []);
});

test("a body is judged by its bytes", async () => {
  const schema = { type: "object", required: ["n"], properties: { n: { type: "integer" } } };
  const { judge } = await judging("/a", { requestBody: { required: true, content: { "application/json": { schema } } } }, "post");
  const send = (text: string, type = "application/json") => judge({ method: "POST", target: "/a", headers: [["Content-Type", type]], body: new TextEncoder().encode(text) });
  assert.deepEqual(send('{"n":5}'), []);
  assert.deepEqual(send('{"n":"5"}').map(({ keyword }) => keyword), ["type"]);
  assert.ok(isProvenInvalid(send("{")));
  assert.ok(isProvenInvalid(send('{"n":5}', "text/plain")), "a media type that is not documented");
  assert.ok(isProvenInvalid(judge({ method: "POST", target: "/a", headers: [] })), "no body");
});

test("a property that only answers have need not be in a request", async () => {
  const schema = { type: "object", required: ["id", "name"], properties: { id: { type: "integer", readOnly: true }, name: { type: "string" } } };
  const { judge } = await judging("/a", { requestBody: { required: true, content: { "application/json": { schema } } } }, "post");
  assert.deepEqual(judge({ method: "POST", target: "/a", headers: [["content-type", "application/json"]], body: new TextEncoder().encode('{"name":"x"}') }), []);
});

test("what only one validator refuses proves nothing", async () => {
  // To ajv's formats, this is no e-mail address; RFC 5321 §4.1.2 has it as one.
  const { judge } = await judging("/a", { parameters: [{ name: "q", in: "query", schema: { type: "string", format: "email" } }] });
  const found = judge({ method: "GET", target: `/a?q=${encodeURIComponent('"a b"@example.com')}`, headers: [] });
  assert.deepEqual(found.map(({ keyword }) => keyword), ["unsure"]);
  assert.equal(isProvenInvalid(found), false);
});

test("a path that another operation has is none of this one's", async () => {
  const id = { parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], ...ok };
  const { operations } = await testedApi({ "/pets/{id}": { get: id }, "/pets/mine": { get: ok } });
  const judge = operations.find(({ name }) => name === "GET /pets/{id}")?.judge;
  assert.ok(judge);
  assert.deepEqual(judge({ method: "GET", target: "/pets/m", headers: [] }), []);
  assert.deepEqual(judge({ method: "GET", target: "/pets/mine", headers: [] }).map(({ keyword }) => keyword), ["unsure"]);
  assert.deepEqual(judge({ method: "GET", target: "/pets/a/b", headers: [] }).map(({ keyword }) => keyword), ["unsure"]);
});

test("each pattern is its own, however many a schema has", async () => {
  const parameters = ["^(a|b)+(c)*$", "^(x|y)+(z)*$"].map((pattern, index) => ({ name: `p${index}`, in: "query", schema: { type: "string", pattern } }));
  const { judge } = await judging("/a", { parameters });
  assert.deepEqual(judge({ method: "GET", target: "/a?p0=abc&p1=xyz", headers: [] }), []);
  const schema = { type: "object", properties: { a: { type: "string", pattern: "^(a|b)+(c)*$" }, b: { type: "string", pattern: "^(x|y)+(z)*$" } } };
  const { judge: judgeBody } = await judging("/a", { requestBody: { content: { "application/json": { schema } } } }, "post");
  assert.deepEqual(judgeBody({ method: "POST", target: "/a", headers: [["content-type", "application/json"]], body: new TextEncoder().encode('{"a":"abc","b":"xyz"}') }), []);
});

test("whether a request is accepted is what its judgement says: nothing is wrong, and both say so", async () => {
  const schema = { type: "object", required: ["n"], properties: { n: { type: ["integer", "string"] } }, additionalProperties: false };
  const content = { "application/json": { schema }, "application/x-www-form-urlencoded": { schema } };
  const email = { name: "q", in: "query", schema: { type: "string", format: "email" } };
  const { accepts, judge } = await judging("/a/{id}", { parameters: [email, { name: "id", in: "path", required: true, schema: { type: "integer" } }], requestBody: { content } }, "post");
  const request = (target: string, type?: string, text = "") => ({ method: "POST", target, headers: type === undefined ? [] : [["content-type", type] satisfies [string, string]], body: new TextEncoder().encode(text) });
  const good = [request("/a/1"), request("/a/1?q=a@example.com"), request("/a/1", "application/json", '{"n":"x"}'), request("/a/1", "application/x-www-form-urlencoded", "n=5")];
  const bad = [
    request("/a/x"), request("/b/1"), request("/a/1?q=a"), request("/a/1?q=%22a%20b%22@example.com"), request("/a/1", "text/plain", "a"),
    request("/a/1", "application/json", '{"n":5.5}'), request("/a/1", "application/json", "{"), request("/a/1", "application/x-www-form-urlencoded", "m=5"),
  ];
  for (const each of good) assert.deepEqual([judge(each), accepts(each)], [[], true], each.target);
  for (const each of bad) assert.deepEqual([judge(each).length > 0, accepts(each)], [true, false], each.target);
});
