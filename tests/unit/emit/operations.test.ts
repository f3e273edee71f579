import assert from "node:assert/strict";
import test from "node:test";
import { type Json, type JsonObject } from "../../../generator/json.ts";
import { ourFiles } from "../../support/specwright.ts";
import { typecheck } from "../../support/typecheck.ts";

/** The files of a document with these paths. */
async function filesOf(paths: JsonObject, rest: JsonObject = {}): Promise<ReadonlyMap<string, string>> {
  const { files } = await ourFiles(JSON.stringify({ openapi: "3.2.0", info: { title: "Test", version: "1" }, paths, ...rest }), ["client"]);
  return files;
}

/** What stands between the parentheses of `operation(…)`, in one line. */
async function rowOf(path: string, operation: JsonObject, method = "get"): Promise<string> {
  const text = (await filesOf({ [path]: { [method]: operation } })).get("operations.ts") ?? "";
  const [, row = ""] = /operation<.*?>\(([^]*)\);\n/.exec(text) ?? [];
  return row.replaceAll("/*@__PURE__*/ ", "").replace(/\s*\n\s*/g, " ").trim();
}

const done = { "204": { description: "Done" } };
const text = { type: "string" };
const parameter = (name: string, rest: JsonObject = {}): Json => ({ name, in: "query", schema: text, ...rest });
const ofPath = (name: string, rest: JsonObject = {}): Json => ({ name, in: "path", required: true, schema: text, ...rest });

const rows: [fact: string, path: string, parameters: Json[], row: string][] = [
  ["a path alone", "/pets", [], '"GET /pets"'],
  ["a path parameter", "/pets/{id}", [ofPath("id")], '"GET /pets/{id}"'],
  ["what a path may not hold is encoded", "/a b/é/{id}", [ofPath("id")], '"GET /a%20b/%C3%A9/{id}"'],
  ["escapes stay", "/a%20b", [], '"GET /a%20b"'],
  ["a percent sign that is none is one", "/100%", [], '"GET /100%25"'],
  ["braces that are no template", "/a}/{", [], '"GET /a%7D/%7B"'],
  ["a fragment is never sent", "/pets#by-id", [], '"GET /pets"'],
  ["names are encoded as the runtime reads them", "/{a,b}", [ofPath("a,b"), parameter("x!*")], '"GET /{a%2Cb}{?x%21%2A}"'],
  ["RFC 6570 in a path is the style of the parameter", "/x{;id*}", [ofPath("id", { style: "matrix", explode: true })], '"GET /x{id}", matrix("id", true)'],
  ["a list explodes unless it says otherwise", "/", [parameter("a", { schema: { type: "array", items: text } })], '"GET /{?a*}"'],
  ["what must be given", "/", [parameter("a", { required: true })], '"GET /{?a!}"'],
  ["exploded pipes are what form is", "/", [parameter("a", { style: "pipeDelimited", explode: true, schema: { type: "array" } })], '"GET /{?a*}"'],
  ["a query in the path goes on", "/a?b=c", [parameter("d")], '"GET /a?b=c{&d}"'],
  ["a scalar or an object", "/", [parameter("a", { schema: { oneOf: [text, { type: "object" }] } })], '"GET /{?a}", formAny("a")'],
  ["an object by its allOf", "/", [parameter("a", { schema: { allOf: [{ properties: { b: text } }] } })], '"GET /{?a}", formObject("a")'],
];

for (const [fact, path, parameters, row] of rows) {
  test(`${fact}: ${row}`, async () => assert.equal(await rowOf(path, { parameters, responses: done }), row));
}

test("nothing but JSON is asked for unless there is something else", async () => {
  const response = (...names: string[]): JsonObject => ({ "200": { description: "", content: Object.fromEntries(names.map((name) => [name, {}])) } });
  assert.equal(await rowOf("/", { responses: response("application/json") }), '"GET /"');
  assert.equal(await rowOf("/", { responses: response("application/json", "text/csv") }), '"GET /", accept("application/json", "text/csv")');
});

test("integers of 64 bits are exact, wherever they are", async () => {
  const schema = { type: "array", items: { properties: { id: { type: "integer", format: "int64" } } } };
  assert.equal(await rowOf("/", { responses: { "200": { description: "", content: { "application/json": { schema } } } } }), '"GET /", exact()');
});

test("text of a document never becomes code", async () => {
  const hostile = ['*/ throw 1; /*', '"; throw 1; "', "`${throw1}`", "__proto__", "constructor", "\u2028", "</script>", "a\\", "\ud800"];
  const parameters = hostile.flatMap((name) => ["query", "header", "cookie"].map((location) => ({ name, in: location, description: name, schema: { const: name } })));
  const operation = {
    operationId: hostile.join(),
    tags: [hostile.join("/")],
    summary: hostile.join("\n"),
    parameters,
    requestBody: { content: Object.fromEntries(hostile.map((name) => [`text/${name}`, { schema: text }])) },
    responses: { "200": { description: "", headers: Object.fromEntries(hostile.map((name) => [name, { schema: { type: "integer" } }])) } },
    security: hostile.map((name) => ({ [name]: [name] })),
    "x-codeSamples": [{ lang: "JavaScript", source: "*/ throw 1; /*" }],
  };
  const servers: Json[] = [{ url: "https://`${x}`\"*/{v}", name: "\"*/", variables: { v: { default: "\"*/", enum: hostile, description: "*/" } } }, { url: "/", name: "`" }];
  const securitySchemes = Object.fromEntries(hostile.map((name) => [name, { type: "apiKey", in: "query", name, "x-value-prefix": name }]));
  const files = await filesOf({ [`/${hostile.join("/")}`]: { post: operation } }, { servers, components: { securitySchemes } });
  assert.ok(files.size > 0);
  assert.deepEqual((await typecheck(files)).map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  for (const code of [files.get("operations.ts") ?? "", files.get("client.ts") ?? ""]) {
    const bare = code.replace(/\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "");
    assert.doesNotMatch(bare, /\bthrow\b/);
  }
});

test("a document without operations has a client without methods", async () => {
  assert.deepEqual(await typecheck(await filesOf({})), []);
});
