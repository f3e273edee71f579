import { linearPattern } from "./linear-pattern.js";
import { readPattern } from "./pattern/read-pattern.js";
import { isSlow } from "./slow-pattern.js";

/** What says whether a text has a match. */
export type Pattern = { readonly test: (text: string) => boolean };

/**
 * The matcher of a `pattern` (JSON Schema Core §6.4), made when it is first used. A pattern for which an engine that backtracks could
 * take very long is matched in linear time by `linearPattern`. One that is no regular expression matches everything.
 */
export function pattern(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  let matcher: Pattern | undefined;
  const made: Pattern = {
    test: (text) => {
      matcher ??= matcherOf(source);
      return matcher.test(text);
    },
  };
  patterns.set(source, made);
  return made;
}

const patterns = new Map<string, Pattern>();

function matcherOf(source: string): Pattern {
  const read = readPattern(source);
  if (read === undefined) return { test: () => true };
  const { expression } = read;
  return isSlow(read) ? linearPattern(source) : { test: (text) => expression.test(text) };
}
