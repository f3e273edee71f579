import { lineEnds, complement } from "./code-points.js";
import { parseClass } from "./parse-class.js";
import { parseEscape } from "./parse-escape.js";
import type { PatternNode } from "./pattern-node.js";
import { PatternReader, Unreadable } from "./pattern-reader.js";

/**
 * ECMA-262 "Patterns" of a text that is known to be a regular expression, with flag `u` or, where only the older syntax allows it,
 * without. `undefined` for the few things that are not understood here: some escapes of the older syntax, flags inside a pattern.
 */
export function parsePattern(source: string, unicode: boolean): PatternNode | undefined {
  try {
    const reader = new PatternReader(source, unicode);
    const node = parseChoice(reader, 0);
    return reader.isAtEnd() ? node : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const deepest = 200;

function parseChoice(reader: PatternReader, depth: number): PatternNode {
  if (depth > deepest) throw new Unreadable();
  const parts = [parseSequence(reader, depth)];
  while (reader.take("|")) parts.push(parseSequence(reader, depth));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "choice", parts };
}

function parseSequence(reader: PatternReader, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!reader.isAtEnd() && !reader.sees("|") && !reader.sees(")")) parts.push(parseQuantified(reader, depth));
  return { kind: "sequence", parts };
}

function parseQuantified(reader: PatternReader, depth: number): PatternNode {
  const part = parseAtom(reader, depth);
  const [minimum, maximum] = parseQuantifier(reader) ?? [1, 1];
  reader.take("?");
  return minimum === 1 && maximum === 1 ? part : { kind: "repeat", part, minimum, maximum };
}

/** A quantifier's limits; `undefined` where there is none, and the `?` of a lazy one is the caller's. */
function parseQuantifier(reader: PatternReader): [number, number] | undefined {
  if (reader.take("*")) return [0, Infinity];
  if (reader.take("+")) return [1, Infinity];
  if (reader.take("?")) return [0, 1];
  const limits = reader.match(/\{(\d+)(?:(,)(\d*))?\}/y);
  if (limits === undefined) return undefined;
  const [, minimum = "", comma, maximum = ""] = limits;
  return [Number(minimum), comma === undefined ? Number(minimum) : maximum === "" ? Infinity : Number(maximum)];
}

function parseAtom(reader: PatternReader, depth: number): PatternNode {
  if (reader.take("^")) return { kind: "start" };
  if (reader.take("$")) return { kind: "end" };
  if (reader.take(".")) return { kind: "set", set: complement(lineEnds) };
  if (reader.take("[")) return { kind: "set", set: parseClass(reader) };
  if (reader.take("(")) return parseGroup(reader, depth);
  if (reader.take("\\")) return parseEscape(reader);
  const point = reader.next();
  return { kind: "set", set: [[point, point]] };
}

function parseGroup(reader: PatternReader, depth: number): PatternNode {
  const look = reader.match(/\?(<?)([=!])/y);
  if (look !== undefined) {
    return { kind: "look", ahead: look[1] === "", negative: look[2] === "!", part: closed(reader, depth) };
  }
  if (reader.take("?:")) return closed(reader, depth);
  const name = reader.match(/\?<([^>]*)>/y)?.[1];
  if (name === undefined && reader.sees("?")) throw new Unreadable();
  const number = reader.openGroup();
  const part = closed(reader, depth);
  reader.closeGroup(number, name, part);
  return part;
}

function closed(reader: PatternReader, depth: number): PatternNode {
  const part = parseChoice(reader, depth + 1);
  if (!reader.take(")")) throw new Unreadable();
  return part;
}
