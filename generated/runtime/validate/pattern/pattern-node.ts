import type { CodePoints } from "./code-points.js";

/** A regular expression, as far as it matters whether there is a match: nothing is captured, and greediness is nothing. */
export type PatternNode =
  /** One character. */
  | { readonly kind: "set"; readonly set: CodePoints }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "start" | "end" | "boundary" | "inside" }
  | { readonly kind: "look"; readonly ahead: boolean; readonly negative: boolean; readonly part: PatternNode }
  /** What a group has matched. `part` is the group, which matches that as well and more. */
  | { readonly kind: "back"; readonly part: PatternNode };
