import type { Json } from "../../json.ts";
import type { Schema } from "../schema.ts";
import type { Attempt, Making, Place } from "./making.ts";

/** A list for some schemas together, with as many items as they ask for, and one at least where they allow it. */
export function listOf(parts: readonly Schema[], place: Place, attempt: Attempt, making: Making): Json[] | undefined {
  const { length, most } = lengthOf(parts, place, attempt, making);
  const isUnique = parts.some(({ uniqueItems }) => uniqueItems === true);
  const list: Json[] = [];
  for (let index = 0; index < length; index++) {
    const value = making.make(itemDemand(parts, index, attempt), { ...place, depth: place.depth + 1 }, isUnique ? list : []);
    // A list may be shorter than one likes, and not than it must be.
    if (value === undefined) return index >= most ? list : undefined;
    list.push(value);
  }
  return list;
}

/** How many items are made, and how many have to be. */
function lengthOf(parts: readonly Schema[], { depth, around }: Place, { number, random }: Attempt, { isRandom, fill }: Making): { length: number; most: number } {
  const needed = Math.max(0, ...parts.map(({ minItems = 0, contains, minContains = contains === undefined ? 0 : 1 }) => Math.max(minItems, contains === undefined ? 0 : minContains)));
  const highest = Math.min(...parts.map(({ maxItems = Infinity }) => maxItems));
  const prefix = Math.max(0, ...parts.map(({ prefixItems = [] }) => prefixItems.length));
  const isClosed = parts.some(({ items, unevaluatedItems, prefixItems }) => items?.boolean === false || (prefixItems !== undefined && unevaluatedItems?.boolean === false));
  const recurs = parts.some(({ items }) => items?.ref !== undefined && around.has(items.ref));
  const plain = recurs || depth > 6 || (depth > 3 && fill() === "required") ? 0 : isRandom && prefix === 0 ? random.below(4) : 1;
  const wanted = Math.max(needed, prefix, plain) + (number > 8 ? random.below(3) : 0);
  const length = Math.min(number === 5 ? needed : wanted, highest, isClosed ? Math.max(prefix, 0) : Infinity, 1_000);
  return { length: Math.max(length, 0), most: needed };
}

/** What is asked of an item at a place: by its position, and of the first ones what the list has to contain. */
function itemDemand(parts: readonly Schema[], index: number, { number }: Attempt): Schema[] {
  const own = parts.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []);
  const rest = own.length > 0 ? [] : parts.flatMap(({ unevaluatedItems }) => unevaluatedItems ?? []);
  const contained = parts.flatMap(({ at, contains, minContains = 1, maxContains = Infinity, prefixItems = [] }) => {
    if (contains === undefined) return [];
    // Behind the prefix where that leaves room, else among it.
    const place = number % 2 === 0 ? index : index - prefixItems.length;
    if (place >= 0 && place < minContains) return [contains];
    return maxContains < Infinity ? [{ at, not: contains }] : [];
  });
  return [...own, ...rest, ...contained];
}
