/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Made by `JSON.parse` or by load/; `__proto__` may be an own key of it. */
export type JsonObject = { [key: string]: Json };

/** `true` for `{}` and `{"a":1}`; not for `null` or a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member of an object; `undefined` where it has none, even for a name such as `constructor`. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own member, also one named `__proto__`, which plain assignment would take for the prototype. */
export function setMember(object: JsonObject, key: string, value: Json): void {
  if (key === "__proto__") Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

/** What a JSON text says; `undefined` where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands at a pointer (RFC 6901 §4): `valueAt({ a: [true] }, "/a/0")` is `true`; `undefined` where nothing does. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else value = isObject(value) ? member(value, token) : undefined;
  }
  return value;
}

/** One step of a JSON Pointer, escaped (RFC 6901 §3): `a/b` becomes `a~1b`. */
export function escapePointer(token: string): string {
  return token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** One step of a JSON Pointer, read back (RFC 6901 §4). */
export function unescapePointer(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/** The steps of a pointer: `/paths/~1a/get` gives `["paths", "/a", "get"]`, and the empty pointer `[]`. */
export function pointerTokens(pointer: string): string[] {
  return pointer === "" ? [] : pointer.split("/").slice(1).map(unescapePointer);
}
