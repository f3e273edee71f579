import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { addFile, createGraph, type File, type Graph } from "../../../generator/load/graph.ts";
import { walk } from "../../../generator/load/walk.ts";

/** The graph of a document, walked as often as told. */
function walked(document: JsonObject, times = 1): Graph {
  // A tree, as parsing gives: no object stands in two places.
  const value: JsonObject = JSON.parse(JSON.stringify(document));
  const uri = "/api/openapi.yaml";
  const file: File = { source: { uri, text: "" }, value, dialect: "3.1", base: uri, original: (pointer) => pointer };
  const graph = createGraph(file);
  addFile(graph, file);
  for (let time = 0; time < times; time++) walk(graph, "openapi", { file, pointer: "", value, base: uri });
  return graph;
}

/** `ref schema /components/schemas/A`: the role, the kind and the place of each reference that was found. */
function references(value: JsonObject): string[] {
  return walked(value).references.map(({ role, kind, place }) => `${role} ${kind} ${place.pointer}`);
}

const ref = { $ref: "#/x" };

test("every object of the specification that may be a $ref is found where it stands", () => {
  const operation = { parameters: [ref], requestBody: ref, responses: { "200": { headers: { H: ref }, links: { L: ref }, content: { "a/b": { schema: ref, examples: { E: ref } } } } }, callbacks: { C: { "{$url}": ref } } };
  assert.deepEqual(references({ paths: { "/a": { get: operation }, "/b": ref, "x-c": ref }, webhooks: { W: ref } }), [
    "ref parameter /paths/~1a/get/parameters/0",
    "ref requestBody /paths/~1a/get/requestBody",
    "ref header /paths/~1a/get/responses/200/headers/H",
    "ref link /paths/~1a/get/responses/200/links/L",
    "ref schema /paths/~1a/get/responses/200/content/a~1b/schema",
    "ref example /paths/~1a/get/responses/200/content/a~1b/examples/E",
    "ref pathItem /paths/~1a/get/callbacks/C/{$url}",
    "ref pathItem /paths/~1b",
    "ref pathItem /webhooks/W",
  ]);
});

test("what is new in 3.2 is found", () => {
  const copy = { responses: { "200": { content: { "a/b": { itemSchema: ref, prefixEncoding: [{ headers: { H: ref } }] } } } } };
  assert.deepEqual(references({ paths: { "/a": { query: { requestBody: ref }, additionalOperations: { COPY: copy } } }, components: { mediaTypes: { M: ref } } }), [
    "ref requestBody /paths/~1a/query/requestBody",
    "ref schema /paths/~1a/additionalOperations/COPY/responses/200/content/a~1b/itemSchema",
    "ref header /paths/~1a/additionalOperations/COPY/responses/200/content/a~1b/prefixEncoding/0/headers/H",
    "ref mediaType /components/mediaTypes/M",
  ]);
});

test("schemas are found in every keyword that holds some, and only there", () => {
  const schema = { not: ref, allOf: [ref], properties: { enum: ref, $ref: { not: ref } }, $defs: { D: ref }, if: ref, contentSchema: ref, enum: [ref], const: ref, default: ref, example: ref, "x-a": ref };
  assert.deepEqual(references({ components: { schemas: { S: schema } } }), [
    "ref schema /components/schemas/S/not",
    "ref schema /components/schemas/S/allOf/0",
    "ref schema /components/schemas/S/properties/enum",
    "ref schema /components/schemas/S/properties/$ref/not",
    "ref schema /components/schemas/S/$defs/D",
    "ref schema /components/schemas/S/if",
    "ref schema /components/schemas/S/contentSchema",
  ]);
});

test("a map that is a $ref as a whole is one, and a property of that name is none", () => {
  assert.deepEqual(references({ components: { schemas: ref } }), ["container schema /components/schemas"]);
  assert.deepEqual(references({ components: { schemas: { S: { properties: { $ref: { type: "string" } } } } } }), []);
});

test("a mapping and a $dynamicRef are references", () => {
  const schema = { discriminator: { propertyName: "a", mapping: { b: "B" }, defaultMapping: "C" }, $dynamicRef: "#d" };
  assert.deepEqual(references({ components: { schemas: { S: schema } } }).sort(), [
    "dynamic schema /components/schemas/S",
    "mapping schema /components/schemas/S/discriminator",
    "mapping schema /components/schemas/S/discriminator/mapping",
  ]);
});

test("an $id sets what references and anchors in its schema are relative to", () => {
  const inner = { $anchor: "here", items: { $ref: "other" } };
  const { references: found, resources, anchors } = walked({ components: { schemas: { S: { $id: "https://example.com/a/s", not: inner } } } });
  assert.deepEqual(found.map(({ base }) => base), ["https://example.com/a/s"]);
  assert.equal(resources.get("https://example.com/a/s")?.pointer, "/components/schemas/S");
  assert.equal(anchors.get("https://example.com/a/s#here")?.pointer, "/components/schemas/S/not");
});

test("an object that is reached again, as by a $ref to it, is not visited again", () => {
  assert.equal(walked({ components: { schemas: { A: { not: ref } } } }, 2).references.length, 1);
});
