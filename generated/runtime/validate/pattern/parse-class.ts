import { type CodePoints, complement, unite } from "./code-points.js";
import { parseCharacterEscape } from "./parse-escape.js";
import type { PatternReader } from "./pattern-reader.js";

/** ECMA-262 `CharacterClass`, behind its opening bracket. */
export function parseClass(reader: PatternReader): CodePoints {
  const isNegated = reader.take("^");
  const sets: CodePoints[] = [];
  while (!reader.take("]")) {
    const from = parseMember(reader);
    const first = onlyOne(from);
    sets.push(from);
    if (!reader.sees("-") || reader.sees("-]")) continue;
    reader.take("-");
    const to = parseMember(reader);
    const last = onlyOne(to);
    // In the older syntax `[\w-z]` is no range.
    if (first === undefined || last === undefined) sets.push(to, hyphen);
    else sets.push([[first, last]]);
  }
  const set = unite(sets);
  return isNegated ? complement(set) : set;
}

const hyphen: CodePoints = [[45, 45]];

function parseMember(reader: PatternReader): CodePoints {
  if (reader.take("\\")) return reader.take("b") ? [[8, 8]] : reader.take("-") ? hyphen : parseCharacterEscape(reader);
  const point = reader.next();
  return [[point, point]];
}

function onlyOne(set: CodePoints): number | undefined {
  const [range] = set;
  return set.length === 1 && range !== undefined && range[0] === range[1] ? range[0] : undefined;
}
