import assert from "node:assert/strict";
import { test } from "node:test";
import { draft4, jsonSchema2020 } from "../../../generator/contract/meta-schemas.ts";
import type { Json } from "../../../generator/json.ts";
import { isObject } from "../../../generator/json.ts";
import { officialSchema } from "../../../generator/lint/structure/official-schemas.ts";

/** Keywords that the interpreter follows. */
const followed = [
  "$ref", "$dynamicRef", "type", "enum", "const", "pattern", "minimum", "exclusiveMinimum", "minItems", "uniqueItems", "required", "minProperties",
  "maxProperties", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "properties", "patternProperties",
  "additionalProperties", "unevaluatedProperties", "propertyNames", "items", "contains", "minContains", "maxContains",
];
/** Keywords that assert nothing, or nothing about a document: `format` is an annotation in 2020-12. */
const silent = [
  "$id", "id", "$schema", "$defs", "definitions", "$comment", "$anchor", "$dynamicAnchor", "$vocabulary", "title", "description", "default",
  "format", "deprecated", "examples",
];
/** Beside `items` that is one schema it means nothing (draft 4 §5.3.1); and what nothing in the schema of 2.0 leads to. */
const idle: Readonly<Record<string, readonly string[]>> = { "2.0": ["additionalItems"], "draft 4": ["dependencies"] };

for (const version of ["2.0", "3.0", "3.1", "3.2"] as const) {
  test(`the interpreter follows every keyword of the schema of OpenAPI ${version}`, () => {
    assert.deepEqual(unknownKeywords(officialSchema(version, { ownDialect: false }).schema, idle[version]), []);
  });
}

test("the interpreter follows every keyword of JSON Schema's meta-schemas", () => {
  assert.deepEqual(jsonSchema2020().flatMap((schema) => unknownKeywords(schema)), []);
  assert.deepEqual(unknownKeywords(draft4(), idle["draft 4"]), []);
});

function unknownKeywords(schema: Json, alsoIdle: readonly string[] = []): string[] {
  const known = new Set([...followed, ...silent, ...alsoIdle]);
  return [...new Set(keywordsOf(schema))].filter((keyword) => !known.has(keyword));
}

/** The keywords of a schema and of those inside it; the names in a map of schemas are none. */
function keywordsOf(schema: Json): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsOf);
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (["enum", "const", "default", "required", "examples", "$vocabulary"].includes(keyword)) return [keyword];
    const isMap = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"].includes(keyword);
    return [keyword, ...(isMap && isObject(value) ? Object.values(value).flatMap(keywordsOf) : keywordsOf(value))];
  });
}
