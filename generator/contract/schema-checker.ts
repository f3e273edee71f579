import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import type { Api } from "../model/api.ts";
import { schemaById } from "../model/lookup.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import type { Mismatch } from "./describe-mismatches.ts";
import { describeMismatches } from "./describe-mismatches.ts";
import { everySchema } from "./every-schema.ts";
import type { JudgedView } from "../model/hidden-names.ts";
import type { Writing } from "../model/to-json-schema.ts";
import { toJsonSchema } from "../model/to-json-schema.ts";
import { pattern } from "../runtime/validate/pattern.ts";

/** Says how a value does not fit a schema of the Api; nothing where it fits. Throws where ajv cannot compile the schema. */
export type SchemaChecker = (value: Json, schema: Schema, view: JudgedView) => Mismatch[];

/** A checker for the schemas of an Api. A schema is compiled when a value first needs it, once for all that refer to it. */
export function schemaChecker(api: Api): SchemaChecker {
  const compile = compiler(api);
  const compiled = new Map<JudgedView, Map<Schema, ValidateFunction>>([["any", new Map()], ["request", new Map()], ["response", new Map()]]);
  return (value, schema, view) => {
    const known = compiled.get(view);
    const validate = known?.get(schema) ?? compile(schema, view);
    known?.set(schema, validate);
    return validate(value) ? [] : describeMismatches(validate.errors ?? []);
  };
}

/** Compiles a schema and, where they are not yet known to ajv, all schemas that it refers to. */
function compiler(api: Api): (schema: Schema, view: JudgedView) => ValidateFunction {
  const ajv = createAjv();
  const named = schemaById(api);
  const numbers = new Map(api.schemas.map(({ id }, index) => [id, index]));
  const hasViews = api.schemas.some(({ schema }) => mentionsViews(schema));
  const known = new Set<string>();
  const waiting: { key: string; id: SchemaId; view: JudgedView }[] = [];

  const writingFor = (view: JudgedView): Writing => ({
    view,
    schemas: named,
    // Component names can be anything; ajv takes its keys for URIs.
    reference: (id) => {
      const key = hasViews ? `${view}-${numbers.get(id)}` : `schema-${numbers.get(id)}`;
      if (!known.has(key)) waiting.push({ key, id, view });
      known.add(key);
      return key;
    },
  });
  return (schema, view) => {
    const written = toJsonSchema(schema, writingFor(view));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const target = named.get(next.id);
      ajv.addSchema(target === undefined ? {} : asObject(toJsonSchema(target, writingFor(next.view))), next.key);
    }
    return ajv.compile(written);
  };
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false, strictNumbers: true, ownProperties: true, allErrors: true, verbose: true, validateSchema: false,
    addUsedSchema: false, inlineRefs: false, logger: false, code: { regExp: Object.assign(matcher, { code: "pattern" }) },
  });
  formats.default(ajv);
  return ajv;
}

/** ajv takes two matchers for the same whose texts are: an object that says nothing of itself would stand for every pattern. */
function matcher(source: string): { test: (text: string) => boolean; toString: () => string } {
  return { test: pattern(source).test, toString: () => JSON.stringify(source) };
}

function asObject(schema: JsonObject | boolean): JsonObject {
  return isObject(schema) ? schema : schema ? {} : { not: {} };
}

/** Whether requests and responses may differ anywhere in a schema. */
function mentionsViews(schema: Schema): boolean {
  return everySchema(schema, new Set()).some(({ readOnly, writeOnly }) => readOnly === true || writeOnly === true);
}
