import { stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import { literalMeanings } from "./literal-meanings.ts";
import type { RouteNode } from "./route-tree.ts";

/** `new Map([["a:b", "a:b"]])`: segments without placeholders that may as well be written with escapes, by what they mean. */
export function encodedLiterals(root: RouteNode): Printable {
  const rows = [...literalMeanings(root)].map(([meaning, segment]) => code`\n[${stringLiteral(meaning)}, ${stringLiteral(segment)}],`);
  return rows.length === 0 ? "new Map<string, string>()" : code`new Map([${{ indented: rows }}\n])`;
}
