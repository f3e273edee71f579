import { isObject, type Json, type JsonObject, setMember } from "../json.ts";

/** What a value is to say, and who judges whether it may. `full` is another value of the same schema, with all that it can have. */
export type Message = { readonly text: string; readonly status: number; readonly full: Json | undefined; readonly accepts: (value: Json) => boolean };

/**
 * A value that was made for an error with what is wrong in it: in the first of its texts that is called as messages are, and its status
 * in the member of that name, as far as its schema allows.
 */
export function withMessage(made: Json, { text, status, full, accepts }: Message): Json {
  const path = messagePath(made, 0) ?? messagePath(full, 0);
  const candidates = path === undefined ? [] : [put(made, path, text), put(full, path, text)];
  const told = candidates.find((value) => value !== undefined && accepts(value)) ?? made;
  if (!isObject(told) || typeof (told["status"] ?? (isObject(full) ? full["status"] : undefined)) !== "number") return told;
  const whole = { ...told, status };
  return accepts(whole) ? whole : told;
}

const messageNames = ["message", "detail", "reason", "error_description", "description", "error_message", "msg", "title", "error"];

/** Where a value has a text that is called as messages are: `["error", "reason"]`. */
function messagePath(value: Json | undefined, depth: number): string[] | undefined {
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return below("0", messagePath(value[0], depth + 1));
  if (!isObject(value)) return undefined;
  const name = messageNames.find((candidate) => typeof value[candidate] === "string");
  if (name !== undefined) return [name];
  for (const [inner, member] of Object.entries(value)) {
    const path = below(inner, messagePath(member, depth + 1));
    if (path !== undefined) return path;
  }
  return undefined;
}

function below(name: string, path: string[] | undefined): string[] | undefined {
  return path && [name, ...path];
}

/** A copy of a value with a text at a path; `undefined` where the path leads nowhere. */
function put(value: Json | undefined, [name, ...rest]: readonly string[], text: string): Json | undefined {
  if (name === undefined) return text;
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    const changed = put(first, rest, text);
    return changed === undefined ? undefined : [changed, ...others];
  }
  if (!isObject(value)) return undefined;
  const changed = rest.length === 0 ? text : put(value[name], rest, text);
  if (changed === undefined) return undefined;
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) setMember(copy, key, member);
  setMember(copy, name, changed);
  return copy;
}
