import { type Json, parseJson } from "../../json.ts";
import { readJson } from "../../runtime/server/read-json.ts";
import { Unreadable } from "../../runtime/server/unreadable.ts";

/** A JSON text, in which an integer beyond 2^53 is a text of its digits: as a number it would be another one. `undefined` where it is no JSON. */
export function exactJson(text: string): Json | undefined {
  if (!/\d{16}/.test(text)) return parseJson(text);
  const value = readJson(text);
  return value instanceof Unreadable ? undefined : withDigits(value);
}

function withDigits(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(withDigits);
  if (typeof value !== "object") return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, withDigits(member)]));
}
