import type { Api } from "../../model/api.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema } from "../../model/schema.ts";
import { schemaDataOf } from "../../model/schema-data.ts";
import { fits } from "../../runtime/validate/fits.ts";
import type { Violation } from "../../runtime/validate/violation.ts";
import { violations } from "../../runtime/validate/violations.ts";
import { schemaChecker } from "../schema-checker.ts";
import { plainValue } from "./plain-value.ts";

/** In which ways a value of a response does not fit its schema, with the places of the document that say so. */
export type ResponseJudge = {
  (schema: Schema, value: unknown): readonly Violation[];
  /** Whether it fits: to say in which ways it does not costs more than to find that out. */
  readonly accepts: (schema: Schema, value: unknown) => boolean;
};

/**
 * Judges values of responses by ajv and by our own interpreter: a value that only one of them refuses is let pass, for one of the two
 * is mistaken. Each schema is compiled when a value first needs it.
 */
export function responseJudge(api: Api): ResponseJudge {
  const check = schemaChecker(api);
  const dataOf = schemaDataOf(schemaById(api), "response");
  const uncertain = new Set<Schema>();
  const isLetPass = (schema: Schema, value: unknown) => {
    if (uncertain.has(schema)) return true;
    try {
      return check.accepts(plainValue(value), schema, "response");
    } catch (error) {
      // ajv cannot compile it: lint says so. Or the value is nested deeper than the stack.
      if (!(error instanceof RangeError)) uncertain.add(schema);
      return true;
    }
  };
  const judge = (schema: Schema, value: unknown) => (isLetPass(schema, value) ? [] : violations(dataOf(schema), value, { at: schema.at, limit: 20 }));
  // One check after the other asks about the same body.
  let last: { readonly schema: Schema; readonly value: unknown; readonly found: readonly Violation[] } | undefined;
  const once = (schema: Schema, value: unknown) => {
    if (last === undefined || last.schema !== schema || last.value !== value) last = { schema, value, found: judge(schema, value) };
    return last.found;
  };
  return Object.assign(once, { accepts: (schema: Schema, value: unknown) => isLetPass(schema, value) || fits(dataOf(schema), value) });
}
