import { setMember, type JsonObject } from "../../json.ts";

/** Copies of an object's `x-` members, save for those that were said otherwise. */
export function extensionsOf(object: JsonObject, except: readonly string[] = []): JsonObject {
  return copyOf(object, (key) => key.startsWith("x-") && !except.includes(key));
}

/** A copy of an object with the members whose keys pass. */
export function copyOf(object: JsonObject, passes: (key: string) => boolean): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) if (passes(key)) setMember(copy, key, structuredClone(value));
  return copy;
}
