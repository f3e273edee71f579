import type { Json } from "../json.ts";
import { escapePointer, isObject } from "../json.ts";
import type { JsonType, Schema } from "./schema.ts";
import type { Keyword } from "./schema-keyword.ts";
import { flag, number, refuse, strings, text } from "./schema-keyword.ts";
import type { Reader } from "./reader.ts";

/** The keywords that say what a value must be (JSON Schema 2020-12 Validation §6, §7 and §8). */
export const assertions: Record<string, Keyword> = {
  type: setTypes,
  enum: (schema, value, reader) => {
    if (Array.isArray(value)) schema.enum = value;
    else refuse(schema, "enum", "a list", reader);
  },
  const: (schema, value) => {
    schema.const = { value };
  },

  minimum: number("minimum"),
  maximum: number("maximum"),
  exclusiveMinimum: number("exclusiveMinimum"),
  exclusiveMaximum: number("exclusiveMaximum"),
  multipleOf: number("multipleOf"),

  minLength: number("minLength"),
  maxLength: number("maxLength"),
  pattern: text("pattern"),
  format: text("format"),
  contentEncoding: text("contentEncoding"),
  contentMediaType: text("contentMediaType"),

  minItems: number("minItems"),
  maxItems: number("maxItems"),
  minContains: number("minContains"),
  maxContains: number("maxContains"),
  uniqueItems: flag("uniqueItems"),

  minProperties: number("minProperties"),
  maxProperties: number("maxProperties"),
  required: (schema, value, reader) => {
    if (Array.isArray(value)) schema.required = strings(schema, "required", value, reader);
    else refuse(schema, "required", "a list of strings", reader);
  },
  dependentRequired: setDependentRequired,
};

const jsonTypes: ReadonlyMap<Json, JsonType> = new Map(
  (["null", "boolean", "object", "array", "number", "string", "integer"] as const).map((type) => [type, type]),
);

function setTypes(schema: Schema, value: Json, reader: Reader): void {
  if (typeof value === "string") {
    const type = jsonTypes.get(value);
    if (type === undefined) refuseType(schema, value, reader);
    else schema.types = [type];
  } else if (Array.isArray(value)) {
    const types = new Set<JsonType>();
    for (const name of value) {
      const type = jsonTypes.get(name);
      if (type === undefined) refuseType(schema, name, reader);
      else types.add(type);
    }
    if (types.size > 0) schema.types = [...types];
  } else refuse(schema, "type", "a string or a list of strings", reader);
}

function refuseType(schema: Schema, name: Json, reader: Reader): void {
  const shown = typeof name === "string" ? `"${name}"` : "this";
  reader.ignored(`${schema.at}/type`, `There is no type ${shown} in JSON Schema; it is left out.`);
}

function setDependentRequired(schema: Schema, value: Json, reader: Reader): void {
  if (!isObject(value)) return refuse(schema, "dependentRequired", "an object", reader);
  schema.dependentRequired = [];
  for (const name of Object.keys(value)) {
    const list = value[name];
    if (Array.isArray(list)) schema.dependentRequired.push({ name, required: strings(schema, "dependentRequired", list, reader) });
    else reader.ignored(`${schema.at}/dependentRequired/${escapePointer(name)}`, "What a property requires must be a list of strings; it is left out.");
  }
}
