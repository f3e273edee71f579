import { type Json, parseJson } from "../../json.ts";
import { decodeUtf8 } from "../../runtime/server/decode-utf8.ts";
import { readJson } from "../../runtime/server/read-json.ts";
import { Unreadable } from "../../runtime/server/unreadable.ts";

/** A JSON text, in which an integer beyond 2^53 is a text of its digits: as a number it would be another one. `undefined` where it is no JSON. */
export function exactJson(text: string): Json | undefined {
  if (!/\d{16}/.test(text)) return parseJson(text);
  const value = readJson(text);
  return value instanceof Unreadable ? undefined : withDigits(value);
}

/** The same of bytes in UTF-8, read once for all who ask. */
export function exactJsonOf(bytes: Uint8Array): Json | undefined {
  const known = read.get(bytes) ?? { value: readBytes(bytes) };
  read.set(bytes, known);
  return known.value;
}

const read = new WeakMap<Uint8Array, { readonly value: Json | undefined }>();

function readBytes(bytes: Uint8Array): Json | undefined {
  const text = decodeUtf8(bytes);
  return text === undefined || text === "" ? undefined : exactJson(text);
}

function withDigits(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(withDigits);
  if (typeof value !== "object") return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, withDigits(member)]));
}
