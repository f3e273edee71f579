import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkExamples } from "../../../generator/contract/check-examples.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { buildApi } from "../../../generator/model/build-api.ts";

describe("checkExamples", () => {
  test("an example that fits is no finding", async () => {
    assert.deepEqual(await findings(response({ type: "integer" }, 1)), []);
  });

  test("an example that does not fit is reported at the member that is wrong", async () => {
    const schema = { type: "object", properties: { count: { type: "integer" } } };
    assert.deepEqual(await findings(response(schema, { count: "many" })), [
      '/paths/~1a/get/responses/200/content/application~1json/example/count: /count of this example must be integer, not "many".',
    ]);
  });

  test("a default has to fit its schema", async () => {
    assert.deepEqual(await findings({ components: { schemas: { S: { type: "string", default: 1 } } } }), [
      "/components/schemas/S/default: This default must be string, not 1.",
    ]);
  });

  test("each pattern is a matcher of its own", async () => {
    const schema = { properties: { a: { pattern: "^(a-?)+$" }, b: { pattern: "^(b-?)+$" } } };
    assert.deepEqual(await findings(response(schema, { a: "a-a", b: "b-b" })), []);
  });

  test("an empty default stands for nothing, unless it is of another type", async () => {
    const object = { type: "object", required: ["a"], default: {} };
    const list = { type: "array", minItems: 1, default: [] };
    assert.deepEqual(await findings({ components: { schemas: { object, list } } }), []);
    assert.deepEqual(await findings({ components: { schemas: { S: { type: "string", default: {} }, T: { ...object, default: { b: 1 } } } } }), [
      "/components/schemas/S/default: This default must be string, not {}.",
      '/components/schemas/T/default: This default lacks the property "a".',
    ]);
  });

  test("an example of a schema inside another one is checked", async () => {
    const S = { properties: { a: { type: "string", examples: ["x", 1] } } };
    assert.deepEqual(await findings({ components: { schemas: { S } } }), [
      "/components/schemas/S/properties/a/examples/1: This example must be string, not 1.",
    ]);
  });

  test("a readOnly property need not be in a request, and a writeOnly one not in a response", async () => {
    const schema = {
      type: "object", required: ["id", "password"],
      properties: { id: { type: "string", readOnly: true }, password: { type: "string", writeOnly: true } },
    };
    assert.deepEqual(await findings(response(schema, { id: "1" })), []);
    assert.deepEqual(await findings(request(schema, { password: "x" })), []);
    assert.equal((await findings(request(schema, { id: "1" }))).length, 1);
    assert.equal((await findings(response(schema, { password: "x" }))).length, 1);
  });

  test("schemas that refer to themselves and have odd names are followed", async () => {
    const schemas = { "_types:Node#x": { type: "object", properties: { next: { $ref: "#/components/schemas/_types:Node#x" }, value: { type: "integer" } } } };
    const document = response({ $ref: "#/components/schemas/_types:Node#x" }, { next: { next: { value: "1" } } });
    assert.deepEqual(await findings({ ...document, components: { schemas } }), [
      '/paths/~1a/get/responses/200/content/application~1json/example/next/next/value: /next/next/value of this example must be integer, not "1".',
    ]);
  });

  test("a pattern that takes exponential time does not stop the check", async () => {
    // Each of them would take years.
    await findings(response({ type: "string", pattern: "^(a+)+$" }, `${"a".repeat(40)}!`));
    await findings(response({ type: "string", pattern: "a*a*a*a*a*a*b" }, "a".repeat(3000)));
  });

  test("a pattern with a repeated group still counts", async () => {
    assert.equal((await findings(response({ type: "string", pattern: "^(ab)+$" }, "abc"))).length, 1);
    assert.deepEqual(await findings(response({ type: "string", pattern: "^(ab)+$" }, "abab")), []);
  });

  test("a pattern that is no regular expression is reported, and its examples are left alone", async () => {
    assert.deepEqual(await findings(response({ type: "string", pattern: "(" }, "x")), [
      '/paths/~1a/get/responses/200/content/application~1json/schema/pattern: "(" is no regular expression; examples are not held to it.',
    ]);
  });

  test("the text of an XML body is not judged as a value", async () => {
    const content = { "application/xml": { schema: { type: "object" }, example: "<a/>" } };
    assert.deepEqual(await findings({ paths: { "/a": { get: { responses: { 200: { description: "", content } } } } } }), []);
  });
});

function response(schema: Json, example: Json): JsonObject {
  return { paths: { "/a": { get: { responses: { 200: { description: "", content: { "application/json": { schema, example } } } } } } } };
}

function request(schema: Json, example: Json): JsonObject {
  return { paths: { "/a": { post: { requestBody: { content: { "application/json": { schema, example } } }, responses: {} } } } };
}

async function findings(rest: JsonObject): Promise<string[]> {
  const text = JSON.stringify({ openapi: "3.1.1", info: { title: "T", version: "1" }, ...rest });
  const { document } = await loadDocument("-", { cwd: "/", stdin: async () => text });
  assert.ok(document);
  const diagnostics = checkExamples(document, buildApi(document).api);
  return diagnostics.map(({ at, message }) => `${"pointer" in at ? at.pointer : "?"}: ${message}`);
}
