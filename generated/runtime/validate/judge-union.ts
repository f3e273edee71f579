import { addEvaluated, type Evaluated, nothingEvaluated } from "./evaluated.js";
import { explainUnion } from "./explain-union.js";
import { beside, remembering, type Run, type Spot, trial, violate } from "./judging.js";
import { nameOf } from "./schema-facts.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";

/** `anyOf` and `oneOf` (JSON Schema Core §10.2.1.2, §10.2.1.3). */
export function judgeUnion(schema: SchemaObject, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  if (schema.anyOf === undefined && schema.oneOf === undefined) return true;
  const inner = remembering(run);
  const fits = schema.anyOf === undefined || judgeAny(schema.anyOf, value, spot, inner, evaluated);
  return (schema.oneOf === undefined || judgeOne(schema.oneOf, value, spot, inner, evaluated)) && fits;
}

/** All branches are tried where somebody wants to know what they have looked at. */
function judgeAny(branches: readonly SchemaData[], value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  let fits = false;
  for (let index = 0; index < branches.length && (!fits || evaluated !== undefined); index++) {
    fits = tryBranch(branches, { keyword: "anyOf", index }, value, spot, run, evaluated) || fits;
  }
  return fits || explainUnion({ keyword: "anyOf", branches }, value, spot, run, evaluated);
}

function judgeOne(branches: readonly SchemaData[], value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const fitting: number[] = [];
  for (let index = 0; index < branches.length; index++) {
    if (!tryBranch(branches, { keyword: "oneOf", index }, value, spot, run, evaluated)) continue;
    fitting.push(index);
    if (fitting.length > 1 && run.found === undefined) return false;
  }
  if (fitting.length === 1) return true;
  if (fitting.length === 0) return explainUnion({ keyword: "oneOf", branches }, value, spot, run, evaluated);
  const names = fitting.slice(0, 5).map((index) => nameOf(branches[index] ?? true, beside(run, spot, "oneOf", index)));
  return violate(run, spot, "oneOf", `must fit exactly one of the alternatives, but fits ${names.join(" and ")}`);
}

type Branch = { keyword: "anyOf" | "oneOf"; index: number };

function tryBranch(branches: readonly SchemaData[], { keyword, index }: Branch, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const seen = evaluated === undefined ? undefined : nothingEvaluated();
  const fits = run.judge(branches[index] ?? true, value, beside(run, spot, keyword, index), trial(run), seen);
  if (fits && evaluated !== undefined && seen !== undefined) addEvaluated(evaluated, seen);
  return fits;
}
