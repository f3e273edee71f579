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
import type { JudgedView } from "../model/hidden-names.ts";
import type { Writing } from "../model/to-json-schema.ts";
import { toJsonSchema } from "../model/to-json-schema.ts";
import { pattern } from "../runtime/validate/pattern.ts";
import { mentionsFlag } from "../model/views.ts";

/** Judges values by the schemas of an Api. Throws where ajv cannot compile a schema. */
export type SchemaChecker = {
  /** How a value does not fit a schema; nothing where it fits. */
  (value: Json, schema: Schema, view: JudgedView): Mismatch[];
  /** Whether it fits: to say how it does not costs more than to find that out. */
  readonly accepts: (value: Json, schema: Schema, view: JudgedView) => boolean;
};

/** The checker for the schemas of an Api, one for each Api. A schema is compiled when a value first needs it, once for all that refer to it. */
export function schemaChecker(api: Api): SchemaChecker {
  const known = checkers.get(api) ?? prepare(api);
  checkers.set(api, known);
  return known;
}

const checkers = new WeakMap<Api, SchemaChecker>();

function prepare(api: Api): SchemaChecker {
  const hasViews = api.schemas.some(({ schema }) => mentionsFlag(schema));
  const compile = compiler(api, hasViews);
  const compiled = new WeakMap<Schema, { readonly [view in JudgedView]?: ValidateFunction }>();
  const validatorOf = (schema: Schema, view: JudgedView) => {
    const known = compiled.get(schema);
    const ready = known?.[view];
    if (ready !== undefined) return ready;
    const validate = compile(schema, view);
    compiled.set(schema, hasViews || mentionsFlag(schema) ? { ...known, [view]: validate } : { any: validate, request: validate, response: validate });
    return validate;
  };
  const check = (value: Json, schema: Schema, view: JudgedView) => {
    const validate = validatorOf(schema, view);
    return validate(value) ? [] : describeMismatches(validate.errors ?? []);
  };
  return Object.assign(check, { accepts: (value: Json, schema: Schema, view: JudgedView) => validatorOf(schema, view)(value) });
}

/** Compiles a schema and, where they are not yet known to ajv, all schemas that it refers to. */
function compiler(api: Api, hasViews: boolean): (schema: Schema, view: JudgedView) => ValidateFunction {
  const ajv = createAjv();
  const named = schemaById(api);
  const numbers = new Map(api.schemas.map(({ id }, index) => [id, index]));
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
