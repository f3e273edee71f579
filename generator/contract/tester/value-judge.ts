import type { Json } from "../../json.ts";
import type { Api } from "../../model/api.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema } from "../../model/schema.ts";
import { schemaDataOf } from "../../model/schema-data.ts";
import { fits } from "../../runtime/validate/fits.ts";
import { violations } from "../../runtime/validate/violations.ts";
import type { Check } from "../../runtime/server/contract.ts";
import { type SchemaChecker, schemaChecker } from "../schema-checker.ts";
import { plainValue } from "./plain-value.ts";

/** Two validators that have nothing in common but what they are to judge by: what only one of them accepts is not certain. */
export type ValueJudge = {
  readonly independent: (schema: Schema) => Check;
  readonly own: (schema: Schema) => Check;
  /** Whether a value fits a schema as requests have it: `unsure` where they differ. */
  readonly verdict: (schema: Schema, value: Json) => "valid" | "invalid" | "unsure";
};

/** Judges values by the schemas of an Api: by ajv, and by the exact interpreter that generated servers judge by. There is one for each Api. */
export function valueJudge(api: Api): ValueJudge {
  const known = judges.get(api) ?? prepare(api, schemaChecker(api));
  judges.set(api, known);
  return known;
}

const judges = new WeakMap<Api, ValueJudge>();

function prepare(api: Api, check: SchemaChecker): ValueJudge {
  const dataOf = schemaDataOf(schemaById(api), "request");
  const independent = remembered((schema): Check => {
    return {
      is: (value) => isAccepted(check, schema, value),
      violations: (value) => mismatchesOf(check, schema, value).map(({ pointer, keyword, message }) => ({ path: pointer, schema: schema.at, keyword, message })),
    };
  });
  const own = remembered((schema): Check => {
    const data = dataOf(schema);
    return { is: (value) => fits(data, value), violations: (value) => violations(data, value, { at: schema.at }) };
  });
  const verdict = (schema: Schema, value: Json) => {
    const isValid = own(schema).is(value);
    return isValid !== independent(schema).is(value) || !isCertain(check, schema) ? "unsure" : isValid ? "valid" : "invalid";
  };
  return { independent, own, verdict };
}

function remembered(make: (schema: Schema) => Check): (schema: Schema) => Check {
  const made = new WeakMap<Schema, Check>();
  return (schema) => {
    const known = made.get(schema) ?? make(schema);
    made.set(schema, known);
    return known;
  };
}

/** A schema that ajv cannot compile refuses everything, and `isCertain` says so. */
function isAccepted(check: SchemaChecker, schema: Schema, value: unknown): boolean {
  try {
    return check.accepts(plainValue(value), schema, "request");
  } catch {
    return false;
  }
}

function mismatchesOf(check: SchemaChecker, schema: Schema, value: unknown): { pointer: string; keyword: string; message: string }[] {
  try {
    return check(plainValue(value), schema, "request");
  } catch {
    return [{ pointer: "", keyword: "schema", message: "must be judged by a schema that can be compiled" }];
  }
}

function isCertain(check: SchemaChecker, schema: Schema): boolean {
  const known = certain.get(schema);
  if (known !== undefined) return known;
  let isCompiled = true;
  try {
    check.accepts(null, schema, "request");
  } catch {
    isCompiled = false;
  }
  certain.set(schema, isCompiled);
  return isCompiled;
}

const certain = new WeakMap<Schema, boolean>();
