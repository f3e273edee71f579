import type { Schema } from "../schema.ts";
import { formatText } from "./format-text.ts";
import type { Attempt } from "./making.ts";
import { patternText } from "./pattern-text.ts";

/**
 * A text that some schemas may accept: by their format, their pattern, their lengths; else the name of what it is for. Attempts take
 * formats and patterns in turns, where there are several.
 */
export function textOf(parts: readonly Schema[], name: string, attempt: Attempt, isRandom: boolean): string {
  const least = Math.max(0, ...parts.map(({ minLength = 0 }) => minLength));
  const most = Math.min(...parts.map(({ maxLength = Infinity }) => maxLength));
  const patterns = parts.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  const formats = parts.flatMap(({ format, contentEncoding }) => formatText(format ?? contentEncoding ?? "", attempt, isRandom) ?? []);
  const makers = [
    ...formats.map((text) => () => text),
    ...patterns.map((pattern) => () => patternText(pattern, { least, most, attempt, isRandom })),
  ];
  const maker = makers[attempt.number % Math.max(1, makers.length)];
  const text = maker?.() ?? plainText(name, attempt, isRandom);
  if (makers.length > 0 && attempt.number < 2 * makers.length) return text.length >= least ? text : lengthened(text, least);
  return lengthened(text, least).slice(0, most === Infinity ? undefined : Math.max(most, 0));
}

/** No word is longer: that would be a blob, of which a sample tells nothing. */
const longest = 100_000;

function lengthened(text: string, least: number): string {
  return text.padEnd(Math.min(least, longest), text === "" ? "text" : text);
}

function plainText(name: string, { number, random }: Attempt, isRandom: boolean): string {
  if (isRandom) return Array.from({ length: 1 + random.below(3) }, () => words[random.below(words.length)] ?? "").join(" ");
  const text = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, 40) || "text";
  return number === 0 ? text : `${number}${text}`;
}

const words = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "inlet", "jade", "kelp", "lark", "maple", "north", "opal", "pine"];
