import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { generate } from "../../../generator/generate.ts";

const info = { title: "Pets", version: "1" };

function described(members: JsonObject): JsonObject {
  return { openapi: "3.1.1", info, paths: {}, ...members };
}

function withOperation(operation: Json): JsonObject {
  return described({ paths: { "/pets": { get: operation } } });
}

async function generated(document: JsonObject) {
  const { files, diagnostics } = await generate({ input: "-", cwd: "/", stdin: async () => JSON.stringify(document) });
  const said = diagnostics.map(({ code, severity, at }) => `${severity} ${code} ${"pointer" in at ? at.pointer : ""}`);
  return { written: files.length > 0, said };
}

const refused: Record<string, [document: JsonObject, at: string]> = {
  paths: [described({ paths: [] }), "/paths"],
  webhooks: [described({ webhooks: "none" }), "/webhooks"],
  info: [described({ info: [] }), "/info"],
  components: [described({ components: [] }), "/components"],
  "the schemas of the components": [described({ components: { schemas: 5 } }), "/components/schemas"],
  "another section of the components": [described({ components: { responses: true } }), "/components/responses"],
  "a response of the components": [described({ components: { responses: { Pet: [] } } }), "/components/responses/Pet"],
  "a path item": [described({ paths: { "/pets": "get" } }), "/paths/~1pets"],
  "an operation": [withOperation([]), "/paths/~1pets/get"],
  parameters: [withOperation({ parameters: { id: {} } }), "/paths/~1pets/get/parameters"],
  "a parameter": [withOperation({ parameters: ["id"] }), "/paths/~1pets/get/parameters/0"],
  "the target of a parameter's $ref": [withOperation({ parameters: [{ $ref: "#/info/title" }] }), "/paths/~1pets/get/parameters/0/$ref"],
  responses: [withOperation({ responses: [] }), "/paths/~1pets/get/responses"],
  "a response": [withOperation({ responses: { 200: "ok" } }), "/paths/~1pets/get/responses/200"],
  "a request body": [withOperation({ requestBody: "json" }), "/paths/~1pets/get/requestBody"],
  content: [withOperation({ responses: { 200: { content: [] } } }), "/paths/~1pets/get/responses/200/content"],
  "definitions of Swagger 2.0": [{ swagger: "2.0", info, paths: {}, definitions: [] }, "/definitions"],
  "parameters of Swagger 2.0": [{ swagger: "2.0", info, paths: {}, parameters: ["id"] }, "/parameters"],
};

for (const [what, [document, at]] of Object.entries(refused)) {
  test(`nothing is generated where this has the wrong type: ${what}`, async () => {
    assert.deepEqual(await generated(document), { written: false, said: [`error wrong-type ${at}`] });
  });
}

test("null stands for nothing: what it replaces is a warning", async () => {
  const { written, said } = await generated(described({ paths: null, webhooks: null, components: null }));
  assert.ok(written);
  assert.deepEqual(said, ["warning ignored /paths", "warning ignored /webhooks", "warning ignored /components"]);
  const operation = await generated(withOperation({ parameters: null, requestBody: null, responses: null, description: null, security: null }));
  assert.ok(operation.written);
  assert.equal(operation.said.filter((line) => line.startsWith("warning ignored")).length, 5);
});

test("an extension may hold anything", async () => {
  const extended = described({ paths: { "x-paths": "any", "/pets": { "x-item": 1 } }, components: { "x-components": [] } });
  assert.deepEqual(await generated(extended), { written: true, said: [] });
});

test("a section of the components that does not exist is a warning", async () => {
  assert.deepEqual(await generated(described({ components: { definitions: { Pet: {} } } })), {
    written: true,
    said: ["warning ignored /components/definitions"],
  });
});

test("an error is heard behind ten thousand warnings", async () => {
  const paths = Object.fromEntries(Array.from({ length: 11_000 }, (_, index) => [`/${index}`, { description: null }]));
  const { written, said } = await generated(described({ paths: { ...paths, "/last": "get" } }));
  assert.equal(written, false);
  assert.ok(said.includes("error wrong-type /paths/~1last"));
});
