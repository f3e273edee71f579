import { addEvaluated, type Evaluated, nothingEvaluated } from "./evaluated.js";
import { follow } from "./follow.js";
import { beside, isDecided, remembering, type Run, type Spot, trial, violate } from "./judging.js";
import { has, isRecord } from "./record.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import { cut } from "./show.js";

/** Keywords that judge the same value by other schemas (JSON Schema Core §8.2.3.1, §10.2), save for `anyOf` and `oneOf`. */
export function judgeComposition(schema: SchemaObject, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const { $ref, allOf = [], not } = schema;
  const isRepeated = allOf.length + ($ref === undefined ? 0 : 1) > 1 || schema.dependentSchemas !== undefined;
  const inner = isRepeated ? remembering(run) : run;
  let fits = $ref === undefined || follow($ref(), value, beside(run, spot, "$ref"), inner, evaluated);
  for (const [index, each] of allOf.entries()) {
    if (!fits && isDecided(run)) return false;
    fits = run.judge(each, value, beside(run, spot, "allOf", index), inner, evaluated) && fits;
  }
  if (!fits && isDecided(run)) return false;
  if (not !== undefined && run.judge(not, value, beside(run, spot, "not"), trial(remembering(run)))) {
    fits = violate(run, spot, "not", `must not fit the schema ${cut(beside(run, spot, "not").schema, 200)}`);
  }
  fits = (schema.if === undefined || judgeCondition(schema.if, schema, value, spot, remembering(run), evaluated)) && fits;
  return judgeDependents(schema, value, spot, inner, evaluated) && fits;
}

/** `if`, `then` and `else` (§10.2.2). */
function judgeCondition(condition: SchemaData, schema: SchemaObject, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const seen = evaluated === undefined ? undefined : nothingEvaluated();
  const isTrue = run.judge(condition, value, beside(run, spot, "if"), trial(run), seen);
  if (isTrue && evaluated !== undefined && seen !== undefined) addEvaluated(evaluated, seen);
  const branch = isTrue ? schema.then : schema.else;
  return branch === undefined || run.judge(branch, value, beside(run, spot, isTrue ? "then" : "else"), run, evaluated);
}

/** `dependentSchemas` (§10.2.2.4). */
function judgeDependents({ dependentSchemas }: SchemaObject, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  if (dependentSchemas === undefined || !isRecord(value)) return true;
  let fits = true;
  for (const [name, schema] of Object.entries(dependentSchemas)) {
    if (!has(value, name)) continue;
    fits = run.judge(schema, value, beside(run, spot, "dependentSchemas", name), run, evaluated) && fits;
    if (!fits && isDecided(run)) return false;
  }
  return fits;
}
