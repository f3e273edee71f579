import { stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import type { RouteNode } from "./route-tree.ts";

/** `new Map([["a:b", "a:b"]])`: segments without placeholders that may as well be written with escapes, by what they mean. */
export function encodedLiterals(root: RouteNode): Printable {
  const segments = new Set<string>();
  const nodes = [root];
  // The list grows while it is read.
  for (const { texts, mixed, any } of nodes) {
    for (const text of texts.keys()) if (/[^\w.~-]/.test(text)) segments.add(text);
    nodes.push(...texts.values(), ...[...mixed.values()].map(({ node }) => node), ...(any === undefined ? [] : [any]));
  }
  const rows = [...segments].map((segment) => code`\n[${stringLiteral(meaningOf(segment))}, ${stringLiteral(segment)}],`);
  return rows.length === 0 ? "new Map<string, string>()" : code`new Map([${{ indented: rows }}\n])`;
}

function meaningOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
