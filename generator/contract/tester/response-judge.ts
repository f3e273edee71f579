import type { Api } from "../../model/api.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema } from "../../model/schema.ts";
import { schemaDataOf } from "../../model/schema-data.ts";
import type { Violation } from "../../runtime/validate/violation.ts";
import { violations } from "../../runtime/validate/violations.ts";
import { schemaChecker } from "../schema-checker.ts";
import { plainValue } from "./plain-value.ts";

/** In which ways a value of a response does not fit its schema, with the places of the document that say so. */
export type ResponseJudge = (schema: Schema, value: unknown) => readonly Violation[];

/**
 * Judges values of responses by ajv and by our own interpreter: a value that only one of them refuses is let pass, for one of the two
 * is mistaken. Each schema is compiled when a value first needs it.
 */
export function responseJudge(api: Api): ResponseJudge {
  const check = schemaChecker(api);
  const dataOf = schemaDataOf(schemaById(api), "response");
  const uncertain = new Set<Schema>();
  const judge: ResponseJudge = (schema, value) => {
    if (uncertain.has(schema)) return [];
    try {
      if (check.accepts(plainValue(value), schema, "response")) return [];
    } catch (error) {
      // ajv cannot compile it: lint says so. Or the value is nested deeper than the stack.
      if (!(error instanceof RangeError)) uncertain.add(schema);
      return [];
    }
    return violations(dataOf(schema), value, { at: schema.at, limit: 20 });
  };
  // One check after the other asks about the same body.
  let last: { readonly schema: Schema; readonly value: unknown; readonly found: readonly Violation[] } | undefined;
  return (schema, value) => {
    if (last === undefined || last.schema !== schema || last.value !== value) last = { schema, value, found: judge(schema, value) };
    return last.found;
  };
}
