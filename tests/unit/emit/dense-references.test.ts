import assert from "node:assert/strict";
import test from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { targets } from "../../../generator/targets.ts";
import { ourFiles } from "../../support/specwright.ts";

// What looks for something along every way through these would take years: there are 16^8 of eight steps.
const references = Array.from({ length: 16 }, (_, index) => ({ $ref: `#/components/schemas/S${index}` }));
const [first = {}, second = {}] = references;

const kinds: [fact: string, schema: (index: number) => Json][] = [
  ["allOf", () => ({ allOf: references })],
  ["oneOf", () => ({ oneOf: references })],
  ["anyOf, and so do their properties", (index) => ({ type: "object", properties: { [`p${index}`]: { readOnly: index === 0, anyOf: references } }, anyOf: references })],
  ["allOf and oneOf in turn", (index) => ({ [index % 2 === 0 ? "allOf" : "oneOf"]: references })],
  ["allOf, as does each of their properties", (index) => ({ allOf: references, properties: { [`p${index}`]: { allOf: references } }, unevaluatedProperties: false })],
  ["unions with a discriminator", () => ({ oneOf: references, discriminator: { propertyName: "kind" } })],
  ["allOf, and each has files", (index) => ({ allOf: references, properties: { [`p${index}`]: { type: "string", format: "binary" } } })],
  ["tuples", () => ({ prefixItems: [{ prefixItems: references, items: { anyOf: references } }, ...references], unevaluatedItems: false })],
];

for (const [fact, schema] of kinds) {
  test(`schemas that all refer to each other are generated: ${fact}`, async () => {
    const schemas: JsonObject = Object.fromEntries(references.map((_, index) => [`S${index}`, schema(index)]));
    const { files } = await ourFiles(JSON.stringify({ openapi: "3.1.1", info: { title: "Dense", version: "1" }, paths, components: { schemas } }), targets);
    assert.match(files.get("types.ts") ?? "", /export type S15 = /);
  });
}

const json = { "application/json": { schema: first } };
const paths: Json = {
  "/x": {
    post: {
      operationId: "x",
      parameters: [{ name: "q", in: "query", schema: first }],
      requestBody: { content: { ...json, "multipart/form-data": { schema: second } } },
      responses: { 200: { description: "", content: json } },
    },
  },
};
