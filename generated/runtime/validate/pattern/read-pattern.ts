import { parsePattern } from "./parse-pattern.js";
import type { PatternNode } from "./pattern-node.js";

/** A regular expression: as the engine has it, whether by Unicode's characters, and its parts, where they are understood. */
export type ReadPattern = { readonly expression: RegExp; readonly unicode: boolean; readonly node: PatternNode | undefined };

/**
 * Reads a `pattern` with flag `u` (JSON Schema Core §6.4), or without it where only the older syntax allows what it says: `\-` and `\_`
 * are common in real documents. `undefined`: it is no regular expression.
 */
export function readPattern(source: string): ReadPattern | undefined {
  const current = compiled(source, "u");
  const expression = current ?? compiled(source, "");
  return expression && { expression, unicode: current !== undefined, node: parsePattern(source, current !== undefined) };
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
