import { decodeLiteral } from "../../model/decode-literal.ts";
import type { RouteNode } from "./route-tree.ts";

/** Segments without placeholders that some callers write with escapes and some without, by what they mean. */
export function literalMeanings(root: RouteNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const nodes = [root];
  // The list grows while it is read.
  for (const { texts, mixed, any } of nodes) {
    for (const text of texts.keys()) if (/[^\w.~-]/.test(text)) found.set(decodeLiteral(text), text);
    nodes.push(...texts.values(), ...Array.from(mixed.values(), ({ node }) => node), ...(any === undefined ? [] : [any]));
  }
  return found;
}
