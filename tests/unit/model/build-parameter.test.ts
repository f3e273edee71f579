import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import type { Parameter } from "../../../generator/model/api.ts";
import { build } from "./fake-document.ts";

type Built = { parameters: Parameter[]; notes: string[] };

function parametersOf(list: Json, { path = "/pets", shared = [] }: { path?: string; shared?: Json } = {}): Built {
  const { api, notes } = build({
    paths: { [path]: { parameters: shared, get: { parameters: list } } },
    components: { parameters: { Page: { name: "page", in: "query", description: "Which" } } },
  });
  return { parameters: api.operations[0]?.parameters ?? [], notes };
}

test("a parameter has all the defaults of its Object", () => {
  const { parameters, notes } = parametersOf([{ name: "q", in: "query", schema: { type: "string" } }]);
  const at = "/paths/~1pets/get/parameters/0";
  assert.deepEqual(parameters, [
    {
      at, name: "q", in: "query", required: false, style: "form", explode: true, allowReserved: false, allowEmptyValue: false,
      schema: { at: `${at}/schema`, types: ["string"] }, examples: [], doc: {}, extensions: [],
    },
  ]);
  assert.deepEqual(notes, []);
});

test("style and explode follow from where a parameter is", () => {
  const cases: [JsonObject, string, boolean][] = [
    [{ in: "query" }, "form", true],
    [{ in: "cookie" }, "form", true],
    [{ in: "cookie", style: "cookie" }, "cookie", true],
    [{ in: "header" }, "simple", false],
    [{ in: "path" }, "simple", false],
    [{ in: "path", style: "matrix" }, "matrix", false],
    [{ in: "query", style: "deepObject", explode: true }, "deepObject", true],
    [{ in: "query", style: "pipeDelimited" }, "pipeDelimited", false],
    [{ in: "query", explode: false }, "form", false],
  ];
  for (const [members, style, explode] of cases) {
    const [parameter] = parametersOf([{ name: "a", ...members }], { path: "/{a}" }).parameters;
    assert.deepEqual([parameter?.style, parameter?.explode], [style, explode], JSON.stringify(members));
  }
});

test("a style that its place does not allow is reported, and the default taken", () => {
  const { parameters, notes } = parametersOf([{ name: "a", in: "header", style: "deepObject" }]);
  assert.equal(parameters[0]?.style, "simple");
  assert.deepEqual(notes, ["ignored /paths/~1pets/get/parameters/0/style"]);
});

test("a path parameter is always required", () => {
  assert.equal(parametersOf([{ name: "id", in: "path", required: false }], { path: "/{id}" }).parameters[0]?.required, true);
});

test("a parameter has one media type", () => {
  const { parameters, notes } = parametersOf([{ name: "f", in: "querystring", content: { "application/json": {}, "text/plain": {} } }]);
  assert.equal(parameters[0]?.content?.name, "application/json");
  assert.deepEqual(notes, ["ignored /paths/~1pets/get/parameters/0/content"]);
});

test("an operation's parameters go before those of its path item, and names of headers have no case", () => {
  const shared: Json = [{ name: "a", in: "query", description: "shared" }, { name: "X-B", in: "header" }, { name: "a", in: "header" }];
  const { parameters, notes } = parametersOf([{ name: "a", in: "query", description: "own" }, { name: "x-b", in: "header" }], { shared });
  assert.deepEqual(parameters.map((parameter) => [parameter.name, parameter.in, parameter.doc.description]), [
    ["a", "header", undefined],
    ["a", "query", "own"],
    ["x-b", "header", undefined],
  ]);
  assert.deepEqual(notes, []);
});

test("of two parameters with one name in one place the first counts", () => {
  const { parameters, notes } = parametersOf([{ name: "a", in: "query", description: "1" }, { name: "a", in: "query", description: "2" }]);
  assert.deepEqual(parameters.map(({ doc }) => doc.description), ["1"]);
  assert.deepEqual(notes, ["duplicate-parameter /paths/~1pets/get/parameters/1"]);
});

test("what is no parameter is reported and left out", () => {
  const { parameters, notes } = parametersOf([{ name: "a" }, { in: "query" }, { name: "b", in: "body" }, null, { $ref: "#/components/parameters/Lost" }]);
  assert.deepEqual(parameters, []);
  assert.deepEqual(notes, [
    "ignored /paths/~1pets/get/parameters/3",
    ...[0, 1, 2].map((index) => `ignored /paths/~1pets/get/parameters/${index}`),
    "ignored /paths/~1pets/get/parameters/4/$ref",
  ]);
});

test("whoever refers to a component gets the same object", () => {
  const { api } = build({
    paths: { "/a": { get: { parameters: [{ $ref: "#/components/parameters/Alias" }, { $ref: "#/components/parameters/Q" }] } } },
    components: { parameters: { Alias: { $ref: "#/components/parameters/Page" }, Page: { name: "page", in: "query" }, Q: { name: "q", in: "query" } } },
  });
  const [alias, q] = api.operations[0]?.parameters ?? [];
  assert.deepEqual([alias?.component, alias?.name, alias?.at], ["Alias", "page", "/components/parameters/Page"]);
  assert.equal(q, api.components.parameters[2]);
  assert.deepEqual(api.components.parameters.map(({ component }) => component), ["Alias", "Page", "Q"]);
});

test("a description beside a $ref goes before the target's, and nothing else counts there", () => {
  const { parameters, notes } = parametersOf([{ $ref: "#/components/parameters/Page", description: "Mine", required: true }]);
  assert.deepEqual([parameters[0]?.doc.description, parameters[0]?.required, parameters[0]?.component], ["Mine", false, "Page"]);
  assert.deepEqual(notes, ["ignored /paths/~1pets/get/parameters/0/required"]);
});

test("a $ref to another operation's parameter gives it without a component", () => {
  const { api } = build({
    paths: {
      "/a": { get: { parameters: [{ name: "a", in: "query" }] } },
      "/b": { get: { parameters: [{ $ref: "#/paths/~1a/get/parameters/0" }] } },
    },
  });
  assert.equal(api.operations[1]?.parameters[0], api.operations[0]?.parameters[0]);
  assert.equal(api.operations[1]?.parameters[0]?.component, undefined);
});

test("a part of the path that no parameter describes is a required string", () => {
  const { parameters, notes } = parametersOf([], { path: "/pets/{id}/{id}" });
  assert.deepEqual(parameters.map((parameter) => [parameter.name, parameter.in, parameter.required, parameter.schema?.types]), [["id", "path", true, ["string"]]]);
  assert.deepEqual(notes, ["undeclared-path-parameter /paths/~1pets~1{id}~1{id}"]);
});

test("a path parameter that the path does not have is kept and reported", () => {
  const { parameters, notes } = parametersOf([{ name: "id", in: "path" }]);
  assert.equal(parameters[0]?.name, "id");
  assert.deepEqual(notes, ["undeclared-path-parameter /paths/~1pets/get/parameters/0"]);
});

test("a style written into the path does not hide the parameter", () => {
  const list: Json = [{ name: "a", in: "path" }, { name: "b", in: "path", style: "label", explode: true }];
  const { parameters, notes } = parametersOf(list, { path: "/{+a}/{.b*}" });
  assert.deepEqual(parameters.map(({ name }) => name), ["a", "b"]);
  assert.deepEqual(notes, []);
});
