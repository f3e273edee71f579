import type { Json, JsonObject } from "../json.ts";

/** How deep lists and objects of a document may nest. Kept low enough that walking a document may use recursion. */
export const MAX_DEPTH = 400;

/** Whether lists and objects nest deeper than `limit` levels: `[[1]]` has two. The recursion is no deeper than that. */
export function nestsDeeper(value: Json, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Array.isArray(value) ? someItemNests(value, limit - 1) : someMemberNests(value, limit - 1);
}

// Loops that ask for scalars nothing: every value of a large document is looked at here.
function someItemNests(items: readonly Json[], limit: number): boolean {
  for (const item of items) if (typeof item === "object" && nestsDeeper(item, limit)) return true;
  return false;
}

function someMemberNests(object: JsonObject, limit: number): boolean {
  for (const name in object) {
    const value = object[name];
    if (typeof value === "object" && nestsDeeper(value, limit)) return true;
  }
  return false;
}

/** Where in a JSON text the first list or object of this depth opens. */
export function offsetOfDepth(text: string, depth: number): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === "]" || character === "}") open--;
    else if ((character === "[" || character === "{") && ++open === depth) return at;
  }
  return 0;
}

/** The offset behind the closing quote of the JSON string that opens at `start`; the end of the text where it has none. */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let first = quote;
    while (text.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((quote - first) % 2 === 0) return quote + 1;
  }
  return text.length;
}

const BACKSLASH = 0x5c;
