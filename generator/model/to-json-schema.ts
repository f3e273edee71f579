import type { Json, JsonObject } from "../json.ts";
import { setMember } from "../json.ts";
import { hiddenNames, type JudgedView } from "./hidden-names.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";

/** How a schema is written for ajv. `hidden` are the names that this view does not require, found around the schema. */
export type Writing = { view: JudgedView; reference(id: SchemaId): string; schemas: ReadonlyMap<SchemaId, Schema>; hidden?: ReadonlySet<string> };

/** The assertions of a schema as plain 2020-12, with references as the writing wants them and nothing that only describes. */
export function toJsonSchema(schema: Schema, writing: Writing): JsonObject | boolean {
  if (schema.boolean !== undefined) return schema.boolean;
  const hidden = hiddenNames(schema, writing.view, writing.schemas, writing.hidden);
  const here: Writing = hidden.size > 0 ? { ...writing, hidden } : writing;
  const inside: Writing = { view: writing.view, reference: writing.reference, schemas: writing.schemas };
  const result: JsonObject = {};
  const set = (keyword: string, value: Json | undefined) => {
    if (value !== undefined) result[keyword] = value;
  };
  const one = (value: Schema | undefined, how: Writing) => (value === undefined ? undefined : toJsonSchema(value, how));
  const list = (values: Schema[] | undefined, how: Writing) => values?.map((each) => toJsonSchema(each, how));
  const map = (values: Property[] | undefined, how: Writing) => values && mapOf(values, how);

  for (const keyword of plain) set(keyword, schema[keyword]);
  set("$ref", schema.ref === undefined ? undefined : writing.reference(schema.ref));
  set("type", schema.types);
  set("const", schema.const?.value);
  set("required", schema.required?.filter((name) => !hidden.has(name)));
  set("dependentRequired", schema.dependentRequired && Object.fromEntries(schema.dependentRequired.map(({ name, required }) => [name, required])));
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) set(keyword, list(schema[keyword], here));
  for (const keyword of ["not", "if", "then", "else"] as const) set(keyword, one(schema[keyword], here));
  set("dependentSchemas", map(schema.dependentSchemas, here));
  for (const keyword of ["properties", "patternProperties"] as const) set(keyword, map(schema[keyword], inside));
  for (const keyword of below) set(keyword, one(schema[keyword], inside));
  set("prefixItems", list(schema.prefixItems, inside));
  return result;
}

/** Keywords whose value is the same in both. */
const plain = [
  "enum", "minProperties", "maxProperties", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems", "minimum", "maximum",
  "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format",
] as const;

/** Keywords that hold one schema for a part of the value. */
const below = ["additionalProperties", "unevaluatedProperties", "propertyNames", "items", "unevaluatedItems", "contains"] as const;

function mapOf(values: readonly Property[], writing: Writing): JsonObject {
  const result: JsonObject = {};
  for (const { name, schema } of values) setMember(result, name, toJsonSchema(schema, writing));
  return result;
}
