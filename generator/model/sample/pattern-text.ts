import type { CodePoints } from "../../runtime/validate/pattern/code-points.ts";
import type { PatternNode } from "../../runtime/validate/pattern/pattern-node.ts";
import { readPattern } from "../../runtime/validate/pattern/read-pattern.ts";
import type { Attempt } from "./making.ts";

/** `least` and `most`: how long the text has to be. */
export type PatternWish = { readonly least: number; readonly most: number; readonly attempt: Attempt; readonly isRandom: boolean };

/**
 * A text that a regular expression is likely to match, made from its parts. What a lookahead asks for comes first, before the rest or in
 * place of its beginning; what it forbids is left to the judge. `undefined` for a pattern that is not understood.
 */
export function patternText(source: string, wish: PatternWish): string | undefined {
  const node = readPattern(source)?.node;
  if (node === undefined) return undefined;
  const { attempt, least } = wish;
  // The more attempts, the more often what may be repeated is.
  const extra = attempt.number === 0 ? 0 : attempt.number < 12 ? (attempt.number >> 1) ** 2 : attempt.random.below(40);
  const short = textOf(node, { wish, extra });
  const text = short.length >= least ? short : textOf(node, { wish, extra: Math.min(least - short.length + extra, 10_000) });
  const asked = lookaheadsOf(node).map((part) => textOf(part, { wish, extra: 0 })).join("");
  if (asked === "") return text;
  return attempt.number % 2 === 0 && text.length >= asked.length ? asked + text.slice(asked.length) : asked + text;
}

type Writing = { readonly wish: PatternWish; readonly extra: number };

function textOf(node: PatternNode, writing: Writing): string {
  switch (node.kind) {
    case "set": return characterOf(node.set, writing);
    case "sequence": return node.parts.map((part) => textOf(part, writing)).join("");
    case "choice": return choiceText(node.parts, writing);
    case "repeat": return repeatText(node, writing);
    case "back": return textOf(node.part, writing);
    case "look": case "start": case "end": case "boundary": case "inside": return "";
    default: return node satisfies never;
  }
}

function choiceText(parts: readonly PatternNode[], writing: Writing): string {
  const { attempt: { number, random }, isRandom } = writing.wish;
  const part = parts[isRandom || number >= parts.length ? random.below(parts.length) : number];
  return part === undefined ? "" : textOf(part, writing);
}

/** What need not be there is there once, for a sample that shows something. */
function repeatText({ part, minimum, maximum }: PatternNode & { kind: "repeat" }, writing: Writing): string {
  const { attempt: { number, random }, isRandom } = writing.wish;
  const plain = number % 3 === 2 ? minimum : Math.max(minimum, 1);
  const wanted = isRandom ? minimum + random.below(4) + writing.extra : plain + writing.extra;
  const count = Math.min(wanted, maximum, Math.max(minimum, 10_000), 100_000);
  // What is repeated in what is repeated is not repeated as often again.
  const inside = { ...writing, extra: Math.floor(writing.extra / Math.max(1, count)) };
  return Array.from({ length: count }, () => textOf(part, inside)).join("");
}

/** A character that a person can read, where the set has one. */
function characterOf(set: CodePoints, { wish: { attempt: { number, random }, isRandom } }: Writing): string {
  for (const within of readableOf(set)) {
    const range = within[isRandom || number > 5 ? random.below(within.length) : 0];
    if (range !== undefined) return String.fromCodePoint(range[0] + (isRandom || number > 2 ? random.below(range[1] - range[0] + 1) : 0));
  }
  const [low = 32] = set[0] ?? [];
  return set.length === 0 || (low >= 0xd800 && low <= 0xdfff) ? "" : String.fromCodePoint(low);
}

/** What of each readable range is in a set. A text of thousands of characters asks for it as often. */
function readableOf(set: CodePoints): readonly (readonly Range[])[] {
  const known = rangesOf.get(set) ?? readable.map(([first, last]) => set.flatMap(([low, high]): Range[] => (high < first || low > last ? [] : [[Math.max(low, first), Math.min(high, last)]])));
  rangesOf.set(set, known);
  return known;
}

type Range = readonly [low: number, high: number];

const rangesOf = new WeakMap<CodePoints, readonly (readonly Range[])[]>();

const readable = [[97, 122], [48, 57], [65, 90], [45, 46], [33, 126], [32, 32], [161, 0xd7ff], [0xe000, 0x10ffff], [0, 31]] as const;

function lookaheadsOf(node: PatternNode): PatternNode[] {
  if (node.kind === "look") return node.ahead && !node.negative ? [withoutFill(node.part)] : [];
  if (node.kind === "sequence" || node.kind === "choice") return node.parts.flatMap(lookaheadsOf);
  return node.kind === "repeat" ? lookaheadsOf(node.part) : [];
}

/** `.*[A-Z]` as `[A-Z]`: what may be anything is left out. */
function withoutFill(node: PatternNode): PatternNode {
  if (node.kind !== "sequence") return node;
  return { kind: "sequence", parts: node.parts.filter((part) => !(part.kind === "repeat" && part.minimum === 0)) };
}
