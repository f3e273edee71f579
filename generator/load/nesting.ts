import type { Json, JsonObject } from "../json.ts";

/** How deep lists and objects of a document may nest. Kept low enough that walking a document may use recursion. */
export const MAX_DEPTH = 400;

/** Whether lists and objects nest deeper than `limit` levels: `[[1]]` has two. */
export function nestsDeeper(root: Json, limit: number): boolean {
  let level = containersIn([[root]]);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limit) return true;
    level = containersIn(level);
  }
  return false;
}

/** The lists and objects that stand directly in these ones. Plain loops: lists of all values cost more than parsing. */
function containersIn(containers: readonly Container[]): Container[] {
  const inner: Container[] = [];
  for (const container of containers) {
    if (Array.isArray(container)) {
      for (const item of container) if (typeof item === "object" && item !== null) inner.push(item);
      continue;
    }
    for (const name in container) {
      const value = container[name];
      if (typeof value === "object" && value !== null) inner.push(value);
    }
  }
  return inner;
}

type Container = Json[] | JsonObject;

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
