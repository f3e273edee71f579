import { isObject, type Json, type JsonObject, setMember } from "../json.ts";

/** A value whose texts can be sent: half of a surrogate pair is no character, and UTF-8 cannot hold it. */
export function wellFormed(value: Json): Json {
  if (typeof value === "string") return wellFormedText(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [name, member] of Object.entries(value)) setMember(result, wellFormedText(name), wellFormed(member));
  return result;
}

/** The same of a text. */
export function wellFormedText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
