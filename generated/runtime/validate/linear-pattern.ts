import { type Program, programOf } from "./pattern/program.js";
import { readPattern } from "./pattern/read-pattern.js";
import { hasMatch } from "./pattern/simulate.js";

/**
 * A matcher that takes time in proportion to the length of the text, whatever the pattern is, where `RegExp` may take all time there is.
 * It finds what `RegExp` finds, lookarounds among it. Two things it takes for more than they are, so that no text is refused that
 * fits: a reference to what a group has matched is any text, and of repetitions that count to many thousands only the first counts.
 */
export function linearPattern(source: string): { test(text: string): boolean } {
  const pattern = readPattern(source);
  if (pattern?.node === undefined) return { test: () => true };
  const program: Program = programOf(pattern.node, true);
  const { unicode } = pattern;
  return { test: (text) => hasMatch(program, unicode ? Array.from(text, (character) => character.codePointAt(0) ?? 0) : Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))) };
}
