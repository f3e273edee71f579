import { type Json, type JsonObject, setMember } from "../../json.ts";
import type { Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";

/** A schema as it would be written, in short: for comments. `$ref` gives the name of the type. */
export function schemaToJson(schema: Schema, plan: TypePlan): Json {
  if (schema.boolean !== undefined) return schema.boolean;
  const json: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    const written = writeKeyword(key, schema, plan);
    if (value !== undefined && written !== undefined) setMember(json, key === "types" ? "type" : key === "ref" ? "$ref" : key, written);
  }
  return json;
}

function writeKeyword(key: string, schema: Schema, plan: TypePlan): Json | undefined {
  const { types, ref } = schema;
  switch (key) {
    case "types":
      return types?.length === 1 ? types[0] : types;
    case "ref":
      return ref === undefined ? undefined : plan.names.get(ref)?.name ?? ref;
    case "const":
      return schema.const?.value;
    case "enum": case "required": case "format": case "pattern": case "minLength": case "maxLength": case "minimum": case "maximum":
    case "exclusiveMinimum": case "exclusiveMaximum": case "multipleOf": case "minItems": case "maxItems": case "uniqueItems":
    case "minProperties": case "maxProperties": case "minContains": case "maxContains": case "contentEncoding": case "contentMediaType":
      return schema[key];
    case "allOf": case "anyOf": case "oneOf": case "prefixItems":
      return schema[key]?.map((member) => schemaToJson(member, plan));
    case "properties": case "patternProperties": case "dependentSchemas":
      return mapOf(schema[key] ?? [], plan);
    case "items": case "additionalProperties": case "not": case "if": case "then": case "else": case "contains": case "propertyNames":
    case "unevaluatedProperties": case "unevaluatedItems": case "contentSchema":
      return optional(schema[key], plan);
    default:
      return undefined;
  }
}

function optional(schema: Schema | undefined, plan: TypePlan): Json | undefined {
  return schema === undefined ? undefined : schemaToJson(schema, plan);
}

function mapOf(entries: readonly { name: string; schema: Schema }[], plan: TypePlan): Json {
  const json: JsonObject = {};
  for (const { name, schema } of entries) setMember(json, name, schemaToJson(schema, plan));
  return json;
}
