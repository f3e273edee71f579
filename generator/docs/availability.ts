import type { Json } from "../json.ts";
import type { Extension } from "../model/schema.ts";

/** Since when a thing is there, and how stable it is: `x-state` or `x-availability`, in its author's words. */
export function availabilityOf(extensions: readonly Extension[]): string | undefined {
  const value = extensions.find(({ name }) => name === "x-state" || name === "x-availability")?.value;
  return value === undefined || value === null ? undefined : wordsOf(value);
}

function wordsOf(value: Json): string {
  if (Array.isArray(value)) return value.map(wordsOf).join("; ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value).map(([name, member]) => `${name}: ${wordsOf(member)}`).join(", ");
}
