import type { Schema } from "../../../model/schema.ts";
import type { Choose } from "./choices.ts";
import { formatTexts } from "./format-texts.ts";
import { patternText } from "./pattern-text.ts";

/** A text for a schema of texts: by its pattern, its format or its lengths, which count characters (JSON Schema Validation §6.3). */
export function makeText({ pattern, format, minLength = 0, maxLength = Infinity, contentEncoding }: Schema, choose: Choose): string {
  const known = formatTexts.get(format ?? "") ?? (contentEncoding === undefined ? undefined : formatTexts.get(contentEncoding === "base64url" ? "base64url" : "byte"));
  if (pattern !== undefined && (known === undefined || choose(2) === 1)) return patternText(pattern, { minimum: minLength, maximum: maxLength }, choose);
  if (known !== undefined) return known[choose(known.length)] ?? "";
  const least = Math.max(minLength, Math.min(1, maxLength));
  return textOfLength(Math.min(least + choose(12) * choose(2), maxLength), choose);
}

/** So many characters: plain ones where the choice is simple, else of many kinds. */
export function textOfLength(length: number, choose: Choose): string {
  const alphabet = alphabets[choose(alphabets.length)] ?? "a";
  const characters = Array.from(alphabet);
  return Array.from({ length: Math.min(length, mostCharacters) }, () => characters[choose(characters.length)] ?? "a").join("");
}

/** A text of which nobody makes a longer one in a test. */
export const mostCharacters = 10_000;

/** Letters more often than all else: most of what breaks servers needs one odd character only. */
const alphabets = [
  "abcdefghijklmnopqrstuvwxyz", "abcXYZ019-_.~", "ab0 ", "aé日😀", "a,b;c|d&e=f+g%h/i?j#k", "\"'\\<>{}[]()!*$@:^`", "אבג עربي", "e\u0301\u200d\ufeff\u00a0",
];
