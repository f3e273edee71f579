import type { Json } from "../../json.ts";

/** What ajv knows of: numbers in place of bigints, and a text in place of a file. Most values are that already, and are not copied. */
export function plainValue(value: unknown): Json {
  if (isPlain(value)) return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null || value instanceof Blob || value instanceof Uint8Array) return "";
  return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, plainValue(member)]));
}

function isPlain(value: unknown): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== "object" || value instanceof Blob || value instanceof Uint8Array) return false;
  const members: unknown[] = Object.values(value);
  return members.every(isPlain);
}
