/** RFC 6901 §3: `/a~1b/0`. */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/u.test(text);
}

/** Relative JSON Pointers (draft-bhutton-relative-json-pointer-00 §3): `1/name`, `0#`. */
export function isRelativeJsonPointer(text: string): boolean {
  const [prefix] = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/.exec(text) ?? [];
  if (prefix === undefined) return false;
  const rest = text.slice(prefix.length);
  return rest === "#" || isJsonPointer(rest);
}
