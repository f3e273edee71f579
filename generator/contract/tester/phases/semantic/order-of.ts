import { type Json, type JsonObject, member } from "../../../../json.ts";

/** An order as a value of a parameter names it: `{ text: "-price", name: "price", direction: -1, isSaid: true }`. */
export type Order = { readonly text: string; readonly name: string; readonly direction: 1 | -1; readonly isSaid: boolean };

/** Without a sign or a word, upwards is what is meant where another value says that it is downwards. */
export function orderOf(text: string, all: readonly string[]): Order {
  const [, sign = "", name = text, word = ""] = /^([+-]?)(.+?)(?:[:_ ,.](asc|desc|ascending|descending))?$/i.exec(text) ?? [];
  const direction = sign === "-" || /^desc/i.test(word) ? -1 : 1;
  return { text, name, direction, isSaid: sign !== "" || word !== "" || all.includes(`-${text}`) };
}

export type Key = number | string;

/** What a row is sorted by, where nobody sorts it in two ways: numbers, times, and plain texts. */
export function keyOf(row: JsonObject, name: string): Key | undefined {
  const value: Json | undefined = member(row, name);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (/^\d{4}-\d\d-\d\d(?:T|$)/.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : Date.parse(value);
  // Blanks and marks have a place of their own in every language.
  return /^(?:[A-Za-z0-9]+|[A-Z0-9]+-?[0-9]+)$/.test(value) ? value : undefined;
}

/**
 * Whether keys follow each other upwards, or downwards, in any of the ways in which texts are sorted: capitals first, or as if they were none, or behind
 * their small letters; digits one by one, or as numbers. Those of other types are not compared.
 */
export function isSorted(keys: readonly (Key | undefined)[], direction: 1 | -1): boolean {
  return collations.some((compare) => keys.every((key, index) => {
    const before = keys[index - 1];
    if (typeof before === "number" && typeof key === "number") return (before - key) * direction <= 0;
    return typeof before !== "string" || typeof key !== "string" || compare(before, key) * direction <= 0;
  }));
}

const collations: readonly ((one: string, other: string) => number)[] = [
  (one, other) => (one < other ? -1 : one > other ? 1 : 0),
  new Intl.Collator("en").compare,
  new Intl.Collator("en", { numeric: true }).compare,
  new Intl.Collator("en", { sensitivity: "base" }).compare,
  new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare,
];
