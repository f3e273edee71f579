import type { Json } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { type Edge, type FindEdges, within } from "./edge.ts";
import type { ValidValues } from "./valid-values.ts";

/** The edges of lists: empty, as short and as long as may be, and those of each of their items, in the plainest list. */
export function listEdges(schema: Schema, plain: readonly Json[], find: FindEdges, values: ValidValues, depth: number): Edge[] {
  const { minItems = 0, maxItems = Infinity, prefixItems = [], items, contains } = schema;
  const lengths = [...new Set([0, 1, 2, minItems, maxItems])].filter((length) => length >= minItems && length <= Math.min(maxItems, longest));
  const sized = lengths.flatMap((length): Edge[] => {
    const value = length === plain.length ? [...plain] : values.least(withLength(schema, length));
    const title = length === maxItems ? `a list of ${length} items, its maxItems` : length === 0 ? "an empty list" : `a list of ${length} items`;
    return value === undefined ? [] : [{ value, title, depth, at: schema.at }];
  });
  const base = plain.length > 0 ? plain : [null];
  const inside = [...prefixItems, ...(items === undefined || items.boolean === false ? [] : [items]), ...(contains === undefined || items !== undefined ? [] : [contains])].flatMap((item, index) =>
    find(item, depth + 1).map((edge) => within(edge, base.length > index ? base.with(index, edge.value) : [...base, edge.value], `item ${index}`)),
  );
  return [...sized, ...inside];
}

const longest = 100;

/** The same schema for lists of one length only: one and the same each time, so that what is known of it stays known. */
export function withLength(schema: Schema, length: number): Schema {
  const lengths = sized.get(schema) ?? new Map<number, Schema>();
  sized.set(schema, lengths);
  const known = lengths.get(length) ?? { ...schema, types: ["array"], minItems: length, maxItems: length };
  lengths.set(length, known);
  return known;
}

const sized = new WeakMap<Schema, Map<number, Schema>>();
