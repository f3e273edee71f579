import type { Evaluated } from "./evaluated.js";
import { inside, isDecided, type Run, type Spot, violate } from "./judging.js";
import { isRecord, namesOf } from "./record.js";
import type { SchemaObject } from "./schema-data.js";
import { show } from "./show.js";

/** `unevaluatedProperties` and `unevaluatedItems` (JSON Schema Core §11): what no other keyword of the schema has looked at. */
export function judgeUnevaluated(schema: SchemaObject, value: unknown, spot: Spot, run: Run, evaluated: Evaluated): boolean {
  if (Array.isArray(value)) return judgeItems(schema, value, spot, run, evaluated);
  return !isRecord(value) || judgeProperties(schema, value, spot, run, evaluated);
}

function judgeItems({ unevaluatedItems: rest }: SchemaObject, list: readonly unknown[], spot: Spot, run: Run, evaluated: Evaluated): boolean {
  if (rest === undefined) return true;
  let fits = true;
  for (let index = evaluated.items; index < list.length; index++) {
    if (evaluated.indexes.has(index)) continue;
    if (rest === false) fits = violate(run, spot, "unevaluatedItems", `must have no item ${index}`);
    else fits = run.judge(rest, list[index], inside(run, spot, index, "unevaluatedItems"), run) && fits;
    if (!fits && isDecided(run)) return false;
  }
  evaluated.items = list.length;
  return fits;
}

function judgeProperties({ unevaluatedProperties: rest }: SchemaObject, value: { readonly [name: string]: unknown }, spot: Spot, run: Run, evaluated: Evaluated): boolean {
  if (rest === undefined) return true;
  let fits = true;
  for (const name of evaluated.allNames ? [] : namesOf(value)) {
    if (evaluated.names.has(name)) continue;
    if (rest === false) fits = violate(run, spot, "unevaluatedProperties", `must not have the property ${show(name)}`);
    else fits = run.judge(rest, value[name], inside(run, spot, name, "unevaluatedProperties"), run) && fits;
    if (!fits && isDecided(run)) return false;
  }
  evaluated.allNames = true;
  return fits;
}
