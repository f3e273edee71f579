import { isRecord, namesOf } from "./record.js";

/** `uniqueItems` (JSON Schema Validation §6.4.3): whether no two items are equal. Takes time in proportion to the size of the list. */
export function isUnique(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const others = new Set<string>();
  for (const item of items) {
    const seen: Set<unknown> = typeof item === "object" && item !== null ? others : scalars;
    const size = seen.size;
    seen.add(seen === others ? canonical(item) : scalarOf(item));
    if (seen.size === size) return false;
  }
  return true;
}

/** Equal numbers as one and the same: a bigint that a number can hold is that number. */
function scalarOf(value: unknown): unknown {
  return typeof value === "bigint" && BigInt(Number(value)) === value ? Number(value) : value;
}

/** A piece of text that is ready, or the end of an object or list. */
class Written {
  readonly text: string;
  readonly closes: object | undefined;
  constructor(text: string, closes?: object) {
    this.text = text;
    this.closes = closes;
  }
}

/** One text for all values that are equal. Without recursion: the value may be nested as deeply as somebody likes. */
function canonical(value: unknown): string {
  const pending: unknown[] = [value];
  const open = new Set<unknown>();
  let text = "";
  while (pending.length > 0) {
    const part = pending.pop();
    if (part instanceof Written) {
      text += part.text;
      open.delete(part.closes);
    } else if (typeof part !== "object" || part === null) text += scalarText(part);
    else if (!open.has(part)) {
      open.add(part);
      text += Array.isArray(part) ? "[" : "{";
      for (const inner of partsOf(part).reverse()) pending.push(inner);
    }
  }
  return text;
}

function partsOf(value: object): unknown[] {
  if (Array.isArray(value)) return [...value.flatMap((item: unknown) => [item, new Written(",")]), new Written("]", value)];
  if (!isRecord(value)) return [];
  const members = namesOf(value).sort().flatMap((name) => [new Written(`${JSON.stringify(name)}:`), value[name], new Written(",")]);
  return [...members, new Written("}", value)];
}

function scalarText(value: unknown): string {
  const scalar = scalarOf(value);
  if (typeof scalar === "string") return JSON.stringify(scalar);
  return typeof scalar === "bigint" ? `${scalar}n` : String(scalar === 0 ? 0 : scalar);
}
