import { addEvaluated, type Evaluated, nothingEvaluated } from "./evaluated.js";
import { deepest, type Chain, type Found, type Run, type Spot, TooDeep, trial } from "./judging.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";

/**
 * Judges a value by a schema that a reference leads to. References that lead round to where they began ask for nothing more. Inside
 * keywords that judge a value more than once, what came out is remembered: else unions in recursive schemas take exponential time.
 */
export function follow(target: SchemaData, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  if (typeof target === "boolean") return run.judge(target, value, spot, run, evaluated);
  const last = findInChain(spot.chain, target);
  if (last !== undefined && !last.dispatched) return true;
  const there = { ...spot, chain: longer(spot, target, false) };
  if (run.memory === undefined || typeof value !== "object" || value === null || last !== undefined) return run.judge(target, value, there, run, evaluated);
  if (recall(target, value, there, run, evaluated)) return true;
  if (run.found !== undefined && isNew(run.found, target, spot.path)) run.judge(target, value, there, run, evaluated);
  return false;
}

/** The last time that references led through a schema on their way here. */
function findInChain(chain: Chain | undefined, schema: SchemaObject): Chain | undefined {
  let link = chain;
  while (link !== undefined && link.schema !== schema) link = link.before;
  return link;
}

/** The chain with one schema more. */
export function longer(spot: Spot, schema: SchemaObject, dispatched: boolean): Chain {
  const length = (spot.chain?.length ?? 0) + 1;
  if (length > deepest) throw new TooDeep(spot);
  return { schema, dispatched, length, before: spot.chain };
}

/** The verdict on a schema and a value, which is found only once. */
function recall(target: SchemaObject, value: object, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const values = run.memory?.get(target) ?? new Map<object, { fits: boolean; evaluated?: Evaluated }>();
  const known = values.get(value);
  if (known !== undefined && (!known.fits || evaluated === undefined || known.evaluated !== undefined)) {
    if (evaluated !== undefined && known.evaluated !== undefined) addEvaluated(evaluated, known.evaluated);
    return known.fits;
  }
  const seen = evaluated === undefined ? undefined : nothingEvaluated();
  const fits = run.judge(target, value, spot, trial(run), seen);
  run.memory?.set(target, values.set(value, { fits, ...(seen !== undefined && { evaluated: seen }) }));
  if (fits && evaluated !== undefined && seen !== undefined) addEvaluated(evaluated, seen);
  return fits;
}

function isNew({ explained }: Found, target: SchemaObject, path: string): boolean {
  const paths = explained.get(target) ?? new Set<string>();
  explained.set(target, paths);
  const { size } = paths;
  return paths.add(path).size > size;
}
