import { ArgumentError } from "./errors.js";
import { encodeValue } from "./expand.js";

/** A name and the values behind it: `color=blue,black`. Without a name, the values alone. */
export type Pair = readonly [name: string | null, items: readonly unknown[]];

/**
 * A value, a list or an object as the pairs that RFC 6570 §3.2.1 makes of it: exploded, each member has one of its own. Members
 * that are undefined or null are left out, and so is a list or an object that has no others. `argument` is what an error names.
 */
export function spread(argument: string, value: unknown, explode: boolean, name: string | null = argument): Pair[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[name, [value]]];
  const isList = Array.isArray(value);
  const members = entriesOf(value).map(([key, member]) => {
    // No style says how a list in a list looks, or an object in an object.
    if (typeof member === "object") throw new ArgumentError(argument, value);
    return [key, member];
  });
  if (explode) return members.map(([key, member]) => [isList ? name : String(key), [member]]);
  return members.length ? [[name, members.flatMap(([key, member]) => (isList ? [member] : [key, member]))]] : [];
}

/** The pairs of style deepObject: `color[R]`. What is nested has further brackets, and an item of a list its index: `items[0][price]`. */
export function spreadDeep(name: string, value: unknown): Pair[] {
  if (typeof value !== "object" || value === null) return [[name, [value]]];
  return entriesOf(value).flatMap(([key, member]) => spreadDeep(`${name}[${key}]`, member));
}

/** The members of a list or an object that are there: neither undefined nor null. */
export function entriesOf(value: object): [key: string, member: unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
}

/** `R=100&G=200`: the text of pairs, encoded piece by piece. */
export function join(pairs: readonly Pair[], separator: string, encode: (value: unknown) => string = encodeValue, delimiter = ","): string {
  return pairs.map(([name, items]) => (name === null ? "" : encode(name) + "=") + items.map(encode).join(delimiter)).join(separator);
}

/** The items of a list that are there; of anything else, itself. */
export function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? entriesOf(value).map(([, item]) => item) : [value];
}
