import { type Json, type JsonObject, setMember } from "../json.ts";
import type { Property, Schema, SchemaId } from "../model/schema.ts";
import { isHidden } from "../model/views.ts";

/** How a schema is written: what a reference is called, which schemas there are, and which one it is, where it has a name. */
export type PrismWriting = { readonly reference: (id: SchemaId) => string; readonly schemas: ReadonlyMap<SchemaId, Schema>; readonly own?: SchemaId };

/**
 * A schema as Prism reads it, which knows draft 7: tuples are `items` with a list, and what it does not know is left out, for its values
 * are judged by the whole schema. What responses do not show is left out as well, and so is what may hold another value of the same
 * schema, which Prism breaks off somewhere.
 */
export function prismSchema(schema: Schema, writing: PrismWriting): Json {
  if (schema.boolean !== undefined) return schema.boolean ? {} : { not: {} };
  const result: JsonObject = {};
  const set = (keyword: string, value: Json | undefined) => {
    if (value !== undefined) result[keyword] = value;
  };
  const one = (value: Schema | undefined) => (value === undefined ? undefined : prismSchema(value, writing));
  const list = (values: readonly Schema[] | undefined) => values?.map((value) => prismSchema(value, writing));
  for (const keyword of plain) set(keyword, schema[keyword]);
  set("type", schema.types?.length === 1 ? schema.types[0] : schema.types);
  set("const", schema.const?.value);
  set("default", schema.default?.value);
  set("examples", schema.doc?.examples);
  set("required", requiredOf(schema, writing));
  set("properties", schema.properties && mapOf(ending(schema, writing), writing));
  set("patternProperties", schema.patternProperties && mapOf(schema.patternProperties, writing));
  set("additionalProperties", schema.additionalProperties?.boolean ?? one(schema.additionalProperties));
  for (const keyword of ["propertyNames", "not", "if", "then", "else", "contains"] as const) set(keyword, one(schema[keyword]));
  set("items", schema.prefixItems === undefined ? one(schema.items) : list(schema.prefixItems));
  if (schema.prefixItems !== undefined) set("additionalItems", schema.items?.boolean ?? one(schema.items));
  for (const keyword of ["anyOf", "oneOf"] as const) set(keyword, list(schema[keyword]));
  const referred = schema.ref === undefined ? [] : [{ $ref: writing.reference(schema.ref) }];
  const parts = [...referred, ...(list(schema.allOf) ?? [])];
  if (parts.length === 1 && referred.length === 1 && Object.keys(result).length === 0) return parts[0] ?? result;
  set("allOf", parts.length === 0 ? undefined : parts);
  return result;
}

const plain = [
  "enum", "minProperties", "maxProperties", "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
  "minLength", "maxLength", "pattern", "format",
] as const;

function shown(properties: readonly Property[], { schemas }: PrismWriting): Property[] {
  return properties.filter((property) => !isHidden(property, "response", schemas));
}

function ending({ properties = [], required = [] }: Schema, writing: PrismWriting): Property[] {
  const leadsBack = ({ ref, items }: Schema) => writing.own !== undefined && (ref === writing.own || items?.ref === writing.own);
  return shown(properties, writing).filter(({ name, schema }) => required.includes(name) || !leadsBack(schema));
}

function requiredOf({ required, properties = [] }: Schema, writing: PrismWriting): string[] | undefined {
  const kept = new Set(shown(properties, writing).map(({ name }) => name));
  const hidden = new Set(properties.map(({ name }) => name).filter((name) => !kept.has(name)));
  return required?.filter((name) => !hidden.has(name));
}

function mapOf(properties: readonly Property[], writing: PrismWriting): JsonObject {
  const result: JsonObject = {};
  for (const { name, schema } of properties) setMember(result, name, prismSchema(schema, writing));
  return result;
}
