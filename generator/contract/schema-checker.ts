import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { isObject } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Api } from "../model/api.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { safePattern } from "./safe-pattern.ts";
import type { View } from "./to-json-schema.ts";
import { toJsonSchema } from "./to-json-schema.ts";

/** One way in which a value does not fit: `{ pointer: "/cluster/name", message: "must be string" }`. */
export type Mismatch = { pointer: string; message: string };

/** Says how a value does not fit a schema of the Api; nothing where it fits. Throws where ajv cannot compile the schema. */
export type SchemaChecker = (value: Json, schema: Schema, view: View) => Mismatch[];

/** A checker for the schemas of an Api. A schema is compiled when a value first needs it, once for all that refer to it. */
export function schemaChecker(api: Api): SchemaChecker {
  const ajv = new Ajv2020({
    strict: false, strictNumbers: true, ownProperties: true, allErrors: true, validateSchema: false, addUsedSchema: false,
    inlineRefs: false, logger: false, code: { regExp: Object.assign(safePattern, { code: "safePattern" }) },
  });
  formats.default(ajv);
  const named = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  const names = new Map(api.schemas.map(({ id }, index) => [id, `schema${index}`]));
  const split = new Set(api.schemas.filter(({ schema }) => hasViews(schema)).map(({ id }) => id));
  const compiled = new Map<View, WeakMap<Schema, ValidateFunction>>();

  const writing = (view: View) => ({
    view,
    named: (id: SchemaId) => named.get(id),
    reference: (id: SchemaId) => register(id, view),
  });
  // Adds the schema before its own references are written, so that recursion ends.
  const register = (id: SchemaId, view: View): string => {
    const key = `${names.get(id) ?? "unknown"}-${split.size > 0 ? view : "any"}`;
    if (pending.has(key)) return key;
    pending.add(key);
    const schema = named.get(id);
    waiting.push({ key, schema, view });
    return key;
  };
  const pending = new Set<string>();
  const waiting: { key: string; schema: Schema | undefined; view: View }[] = [];

  const compile = (schema: Schema, view: View): ValidateFunction => {
    const written = toJsonSchema(schema, writing(view));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      ajv.addSchema(next.schema === undefined ? {} : asObject(toJsonSchema(next.schema, writing(next.view))), next.key);
    }
    return ajv.compile(written);
  };
  return (value, schema, view) => {
    const cache = compiled.get(view) ?? new WeakMap<Schema, ValidateFunction>();
    compiled.set(view, cache);
    const validate = cache.get(schema) ?? compile(schema, view);
    cache.set(schema, validate);
    return validate(value) ? [] : mostTelling(validate.errors ?? []);
  };
}

function asObject(schema: JsonObject | boolean): JsonObject {
  return isObject(schema) ? schema : schema ? {} : { not: {} };
}

/** Whether requests and responses may differ anywhere in a schema. */
function hasViews(schema: Schema): boolean {
  const text = JSON.stringify(schema);
  return text.includes('"readOnly":true') || text.includes('"writeOnly":true');
}

const MOST = 3;

/** The first few errors, without those that only say that a branch of a union does not fit. */
function mostTelling(errors: readonly ErrorObject[]): Mismatch[] {
  const whole = errors.filter(({ keyword, schemaPath }) => !/\/(anyOf|oneOf|if|not)\/|\/(anyOf|oneOf)\/\d/.test(schemaPath) && keyword !== "if");
  const telling = whole.length > 0 ? whole : errors;
  return telling.slice(0, MOST).map((error) => ({ pointer: error.instancePath, message: messageOf(error) }));
}

function messageOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case "additionalProperties": return `has no property \`${params["additionalProperty"]}\``;
    case "unevaluatedProperties": return `has no property \`${params["unevaluatedProperty"]}\``;
    case "required": return `needs the property \`${params["missingProperty"]}\``;
    case "enum": return `must be one of ${JSON.stringify(params["allowedValues"]).slice(1, -1).slice(0, 200)}`;
    case "const": return `must be ${JSON.stringify(params["allowedValue"])}`;
    case "anyOf": return "fits none of the schemas of its anyOf";
    case "oneOf": return params["passingSchemas"] === null ? "fits none of the schemas of its oneOf" : "fits more than one schema of its oneOf";
    default: return message ?? `does not satisfy \`${keyword}\``;
  }
}
