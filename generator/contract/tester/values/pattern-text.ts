import { readPattern } from "../../../runtime/validate/pattern/read-pattern.ts";
import { type CodePoints, includes } from "../../../runtime/validate/pattern/code-points.ts";
import type { PatternNode } from "../../../runtime/validate/pattern/pattern-node.ts";
import type { Choose } from "./choices.ts";
import { NoValue } from "./no-value.ts";

/**
 * A text that a `pattern` matches, made from its parts, and of the length that is wanted where repetitions can make up for it. What
 * assertions ask for is not looked at, so that it has to be judged. Rejects with a `NoValue` a pattern that is not understood.
 */
export function patternText(source: string, lengths: { readonly minimum: number; readonly maximum: number }, choose: Choose): string {
  const read = known.get(source) ?? readPattern(source);
  if (read !== undefined) known.set(source, read);
  if (read?.node === undefined) throw new NoValue();
  const room = { more: Math.max(lengths.minimum, 0), left: 4000 };
  return textOf(read.node, room, choose);
}

const known = new Map<string, NonNullable<ReturnType<typeof readPattern>>>();

/** `more`: how many characters are wanted still. `left`: how many there may be at all. */
type Room = { more: number; left: number };

function textOf(node: PatternNode, room: Room, choose: Choose): string {
  if (room.left <= 0) throw new NoValue();
  switch (node.kind) {
    case "set":
      room.more--;
      room.left--;
      return String.fromCodePoint(characterOf(node.set, choose));
    case "sequence":
      return node.parts.map((part) => textOf(part, room, choose)).join("");
    case "choice": {
      const part = node.parts[choose(node.parts.length)];
      return part === undefined ? "" : textOf(part, room, choose);
    }
    case "repeat":
      return repeated(node, room, choose);
    case "back":
      return textOf(node.part, room, choose);
    case "start": case "end": case "boundary": case "inside": case "look":
      return "";
    default:
      return node satisfies never;
  }
}

function repeated({ part, minimum, maximum }: Extract<PatternNode, { kind: "repeat" }>, room: Room, choose: Choose): string {
  let text = "";
  const extra = choose(Math.min(maximum - minimum, 5) + 1);
  for (let count = 0; count < minimum + extra || (count < maximum && room.more > 0 && count < 2000); count++) {
    const one = textOf(part, room, choose);
    if (one === "" && count >= minimum) break;
    text += one;
  }
  return text;
}

/** A letter, a digit or another visible character of ASCII if there is one. */
function characterOf(set: CodePoints, choose: Choose): number {
  const plain = visible.filter((point) => includes(set, point));
  if (plain.length > 0) return plain[choose(plain.length)] ?? 0x61;
  const ranges = set.filter(([first]) => first < 0xd800 || first > 0xdfff);
  const [first, last] = ranges[choose(ranges.length)] ?? [];
  if (first === undefined || last === undefined) throw new NoValue();
  return first + choose(Math.min(last, first < 0xd800 ? 0xd7ff : 0x10ffff) - first + 1);
}

const visible = Array.from("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.~!@#$%^&*()+=[]{}|;:'\",<>/?`\\ ", (character) => character.codePointAt(0) ?? 0);
