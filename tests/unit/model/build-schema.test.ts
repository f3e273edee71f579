import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../../generator/json.ts";
import type { Schema } from "../../../generator/model/schema.ts";
import { build, buildText } from "./fake-document.ts";

const at = "/components/schemas/Pet";

function pet(schema: Json): { schema: Schema | undefined; notes: string[] } {
  const { api, notes } = build({ components: { schemas: { Pet: schema, Other: true } } });
  return { schema: api.schemas.find(({ component }) => component === "Pet")?.schema, notes };
}

test("an object schema has its properties in the document's order", () => {
  const { schema, notes } = pet({ type: "object", required: ["id"], properties: { name: { type: ["string", "null"] }, id: { type: "integer", minimum: 0 } } });
  assert.deepEqual(schema, {
    at,
    types: ["object"],
    required: ["id"],
    properties: [
      { name: "name", schema: { at: `${at}/properties/name`, types: ["string", "null"] } },
      { name: "id", schema: { at: `${at}/properties/id`, types: ["integer"], minimum: 0 } },
    ],
  });
  assert.deepEqual(notes, []);
});

test("every keyword of JSON Schema 2020-12 arrives", () => {
  const { schema, notes } = pet({
    $id: "https://example.com/pet", $schema: "https://json-schema.org/draft/2020-12/schema", $anchor: "pet", $comment: "note", $defs: { A: {} },
    type: "string", enum: ["a", null], const: null, default: null, examples: [1], title: "T", description: "D", deprecated: true, readOnly: true, writeOnly: false,
    minimum: 1, maximum: 2, exclusiveMinimum: 3, exclusiveMaximum: 4, multipleOf: 5,
    minLength: 1, maxLength: 2, pattern: "^a", format: "uuid", contentEncoding: "base64", contentMediaType: "image/png", contentSchema: true,
    minItems: 1, maxItems: 2, uniqueItems: true, minContains: 1, maxContains: 2, minProperties: 1, maxProperties: 2,
    dependentRequired: { a: ["b"] }, dependentSchemas: { a: false }, patternProperties: { "^x/": {} }, propertyNames: {}, additionalProperties: false, unevaluatedProperties: false,
    prefixItems: [true], items: false, unevaluatedItems: false, contains: {}, not: {}, if: {}, then: {}, else: {}, allOf: [{}], anyOf: [{}], oneOf: [{}],
    externalDocs: { url: "https://example.com" }, "x-order": 1,
  });
  assert.deepEqual(notes, []);
  assert.deepEqual(schema, {
    at,
    types: ["string"], enum: ["a", null], const: { value: null }, default: { value: null }, readOnly: true, writeOnly: false,
    doc: { comment: "note", examples: [1], title: "T", description: "D", deprecated: true, externalDocs: { url: "https://example.com" } },
    minimum: 1, maximum: 2, exclusiveMinimum: 3, exclusiveMaximum: 4, multipleOf: 5,
    minLength: 1, maxLength: 2, pattern: "^a", format: "uuid", contentEncoding: "base64", contentMediaType: "image/png", contentSchema: { at: `${at}/contentSchema`, boolean: true },
    minItems: 1, maxItems: 2, uniqueItems: true, minContains: 1, maxContains: 2, minProperties: 1, maxProperties: 2,
    dependentRequired: [{ name: "a", required: ["b"] }],
    dependentSchemas: [{ name: "a", schema: { at: `${at}/dependentSchemas/a`, boolean: false } }],
    patternProperties: [{ name: "^x/", schema: { at: `${at}/patternProperties/^x~1` } }],
    propertyNames: { at: `${at}/propertyNames` },
    additionalProperties: { at: `${at}/additionalProperties`, boolean: false },
    unevaluatedProperties: { at: `${at}/unevaluatedProperties`, boolean: false },
    prefixItems: [{ at: `${at}/prefixItems/0`, boolean: true }],
    items: { at: `${at}/items`, boolean: false },
    unevaluatedItems: { at: `${at}/unevaluatedItems`, boolean: false },
    contains: { at: `${at}/contains` },
    not: { at: `${at}/not` }, if: { at: `${at}/if` }, then: { at: `${at}/then` }, else: { at: `${at}/else` },
    allOf: [{ at: `${at}/allOf/0` }], anyOf: [{ at: `${at}/anyOf/0` }], oneOf: [{ at: `${at}/oneOf/0` }],
    extensions: [{ name: "x-order", value: 1 }],
  });
});

test("a keyword of the wrong type is reported and left out", () => {
  const { schema, notes } = pet({ type: 1, enum: {}, required: true, minimum: "1", properties: [], allOf: {}, uniqueItems: "yes", pattern: 1, title: null, $ref: 5 });
  assert.deepEqual(schema, { at });
  const keywords = ["type", "enum", "required", "minimum", "properties", "allOf", "uniqueItems", "pattern", "title", "$ref"];
  assert.deepEqual(notes, keywords.map((keyword) => `ignored ${at}/${keyword}`));
});

test("of a list of types, those that JSON Schema knows count", () => {
  const { schema, notes } = pet({ type: ["string", "any", "string"] });
  assert.deepEqual(schema, { at, types: ["string"] });
  assert.deepEqual(notes, [`ignored ${at}/type`]);
});

test("a property that is no schema accepts everything", () => {
  const { schema, notes } = pet({ properties: { id: null } });
  assert.deepEqual(schema?.properties, [{ name: "id", schema: { at: `${at}/properties/id`, boolean: true } }]);
  assert.deepEqual(notes, [`ignored ${at}/properties/id`]);
});

test("an unknown keyword is reported once, with the number of its places", () => {
  const { api, diagnostics } = build({ components: { schemas: { A: { xml: {} }, B: { xml: {} }, C: { xml: {} } } } });
  assert.equal(api.schemas.length, 3);
  assert.deepEqual(diagnostics.map(({ code, message }) => [code, message]), [
    ["unsupported-keyword", '"xml" in a schema has no effect (here and in 2 other places).'],
  ]);
});

test("names that JavaScript objects inherit are names like others", () => {
  const { api, notes } = buildText('{"components": {"schemas": {"__proto__": {"properties": {"constructor": {"type": "string"}, "__proto__": {"type": "null"}}}}}}');
  const id = "/components/schemas/__proto__";
  assert.deepEqual(api.schemas, [
    {
      id,
      component: "__proto__",
      schema: {
        at: id,
        properties: [
          { name: "constructor", schema: { at: `${id}/properties/constructor`, types: ["string"] } },
          { name: "__proto__", schema: { at: `${id}/properties/__proto__`, types: ["null"] } },
        ],
      },
    },
  ]);
  assert.deepEqual(notes, []);
  assert.deepEqual(pet({ constructor: 1, toString: {} }).notes, [`unsupported-keyword ${at}/constructor`, `unsupported-keyword ${at}/toString`]);
});

test("a dynamic reference that can point nowhere accepts everything, and says so", () => {
  const { schema, notes } = pet({ $dynamicRef: "#node" });
  assert.deepEqual(schema, { at });
  assert.deepEqual(notes, [`dynamic-ref-widened ${at}/$dynamicRef`]);
});
