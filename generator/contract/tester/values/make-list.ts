import type { Json } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { choosing, numbersFrom } from "./choices.ts";
import type { Making } from "./making.ts";
import { NoValue } from "./no-value.ts";

/** A list for a schema of lists: with one item, where the choice is simple and nothing else is said. */
export function makeList(schema: Schema, making: Making): Json[] {
  const { minItems = 0, maxItems = Infinity, prefixItems = [], contains } = schema;
  const needed = contains === undefined ? 0 : schema.minContains ?? 1;
  const most = Math.min(maxItems, isOpen(schema) ? Infinity : prefixItems.length);
  const least = Math.max(minItems, Math.min(prefixItems.length, most), needed);
  if (least > most || least > mostItems) throw new NoValue();
  const usual = making.depth > 5 ? least : Math.min(Math.max(least, 1), most);
  return makeItems(schema, Math.min(usual + making.choose(4) * making.choose(2), most), making);
}

/** So many items: those that `contains` asks for come last. */
export function makeItems({ prefixItems = [], items = anything, contains, minContains = 1, uniqueItems, minItems = 0 }: Schema, count: number, making: Making): Json[] {
  const inner: Making = { ...making, depth: making.depth + 1 };
  const list: Json[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < count; index++) {
    const isContained = contains !== undefined && index >= count - minContains;
    const own = prefixItems[index] ?? items;
    const schema = isContained ? { at: own.at, allOf: [contains, own] } : own;
    const item = uniqueItems === true ? other(schema, inner, seen) : inner.make(schema, inner);
    if (item !== undefined) list.push(item);
    else if (list.length >= minItems) return list;
    else throw new NoValue();
  }
  return list;
}

/** More items than these nobody makes in a test. */
export const mostItems = 1000;

const anything: Schema = { at: "", boolean: true };

/** Whether there may be items behind those that are listed. */
export function isOpen({ items }: Schema): boolean {
  return items?.boolean !== false;
}

/** A value that is not yet among those seen. */
function other(schema: Schema, making: Making, seen: Set<string>): Json | undefined {
  for (let attempt = 0; attempt < 30; attempt++) {
    const value = making.make(schema, attempt === 0 ? making : { ...making, choose: choosing(numbersFrom(seen.size * 31 + attempt + making.choose(1000) * 997)) });
    const text = JSON.stringify(value);
    if (seen.has(text)) continue;
    seen.add(text);
    return value;
  }
  return undefined;
}
