import { isObject, type Json, type JsonObject, setMember } from "../json.ts";

/** What a value is to say, and who judges whether it may. */
export type Message = { readonly text: string; readonly status: number; readonly accepts: (value: Json) => boolean };

/**
 * A value that was made for an error with what is wrong in it: in the first of its texts that is called as messages are, and its status
 * in the member of that name, as far as its schema allows.
 */
export function withMessage(made: Json, { text, status, accepts }: Message): Json {
  const told = [replaced(made, text, 0), made].find((value) => value !== undefined && accepts(value)) ?? made;
  if (!isObject(told) || typeof told["status"] !== "number") return told;
  const whole = { ...told, status };
  return accepts(whole) ? whole : told;
}

const messageNames = ["message", "detail", "reason", "error_description", "description", "error_message", "msg", "title", "error"];

function replaced(value: Json | undefined, text: string, depth: number): Json | undefined {
  if (!isObject(value) || depth > 3) return undefined;
  const name = messageNames.find((candidate) => typeof value[candidate] === "string");
  if (name !== undefined) return copyWith(value, name, text);
  for (const [inner, member] of Object.entries(value)) {
    const changed = Array.isArray(member) ? listWith(member, text, depth) : replaced(member, text, depth + 1);
    if (changed !== undefined) return copyWith(value, inner, changed);
  }
  return undefined;
}

function listWith([first, ...others]: readonly Json[], text: string, depth: number): Json[] | undefined {
  const changed = replaced(first, text, depth + 1);
  return changed === undefined ? undefined : [changed, ...others];
}

function copyWith(value: JsonObject, name: string, member: Json): JsonObject {
  const copy: JsonObject = {};
  for (const [key, own] of Object.entries(value)) setMember(copy, key, key === name ? member : own);
  return copy;
}
