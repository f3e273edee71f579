import type { Evaluated } from "./evaluated.js";
import { beside, inside, isDecided, remembering, type Run, type Spot, trial, violate } from "./judging.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import { isUnique } from "./unique.js";

/** Keywords for arrays (JSON Schema Core §10.3.1, Validation §6.4), save for `unevaluatedItems`. */
export function judgeList(schema: SchemaObject, list: readonly unknown[], spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const { minItems, maxItems, uniqueItems } = schema;
  let fits = true;
  if (maxItems !== undefined && list.length > maxItems) return violate(run, spot, "maxItems", `must have at most ${items(maxItems)}`);
  if (minItems !== undefined && list.length < minItems) fits = violate(run, spot, "minItems", `must have at least ${items(minItems)}`);
  if (!fits && isDecided(run)) return false;
  if (uniqueItems === true && !isUnique(list)) fits = violate(run, spot, "uniqueItems", "must have no two items that are equal");
  fits = judgeItems(schema, list, spot, run, evaluated) && fits;
  if (!fits && isDecided(run)) return false;
  return (schema.contains === undefined || judgeContains(schema.contains, schema, list, spot, remembering(run), evaluated)) && fits;
}

function judgeItems({ prefixItems = [], items: rest }: SchemaObject, list: readonly unknown[], spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const known = rest === undefined ? Math.min(prefixItems.length, list.length) : list.length;
  if (evaluated !== undefined) evaluated.items = Math.max(evaluated.items, known);
  let fits = true;
  for (let index = 0; index < known; index++) {
    const first = prefixItems[index];
    if (first === undefined && rest === false) {
      return violate(run, spot, "items", prefixItems.length === 0 ? "must be empty" : `must have at most ${items(prefixItems.length)}`);
    }
    const schema = first ?? rest ?? true;
    fits = run.judge(schema, list[index], first === undefined ? inside(run, spot, index, "items") : inside(run, spot, index, "prefixItems", index), run) && fits;
    if (!fits && isDecided(run)) return false;
  }
  return fits;
}

/** With all indexes that it finds only where somebody wants them. */
function judgeContains(contains: SchemaData, schema: SchemaObject, list: readonly unknown[], spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const { minContains = 1, maxContains = Infinity } = schema;
  const quiet = trial(run);
  let count = 0;
  for (const [index, item] of list.entries()) {
    if (!run.judge(contains, item, inside(run, spot, index, "contains"), quiet)) continue;
    count++;
    evaluated?.indexes.add(index);
    if (evaluated === undefined && (count > maxContains || (count >= minContains && maxContains === Infinity))) break;
  }
  if (count > maxContains) return violate(run, spot, "maxContains", `must have at most ${items(maxContains)} as described by ${beside(run, spot, "contains").schema}`);
  if (count >= minContains) return true;
  const keyword = schema.minContains === undefined ? "contains" : "minContains";
  return violate(run, spot, keyword, `must have at least ${items(minContains)} as described by ${beside(run, spot, "contains").schema}`);
}

function items(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}
