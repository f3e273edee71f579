import { inTurns } from "../phases/in-turns.ts";

/** The first of each kind, in the order of the kinds, then the second of each: where only some can be tried, none of the kinds goes without. */
export function inFairOrder<Item>(items: readonly Item[], kindOf: (item: Item) => string): Item[] {
  const kinds = new Map<string, Item[]>();
  for (const item of items) {
    const kind = kindOf(item);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [item]);
    else known.push(item);
  }
  return inTurns([...kinds.values()]);
}
