import { backtracks } from "./pattern/backtracks.js";
import { type ReadPattern, readPattern } from "./pattern/read-pattern.js";

/**
 * Whether matching a text by this pattern can take an engine that backtracks more than linear time. Of the few patterns that are not
 * understood, those with several repetitions are taken to be slow. What is no regular expression is not.
 */
export function isSlowPattern(source: string): boolean {
  const pattern = readPattern(source);
  return pattern !== undefined && isSlow(pattern);
}

/** The same of a pattern that has been read. */
export function isSlow({ expression, node }: ReadPattern): boolean {
  if (node !== undefined) return backtracks(node);
  return (expression.source.match(/[*+}]/g) ?? []).length > 1;
}
