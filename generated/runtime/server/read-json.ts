import { parseJson } from "../json.js";
import { decodeUtf8 } from "./decode-utf8.js";
import { placeOfJsonError } from "./place-of-json-error.js";
import { Unreadable } from "./unreadable.js";

/** JSON that is nested deeper is refused, where nothing else is said. */
export const defaultDepth = 512;

/**
 * JSON text as a value (RFC 8259): an integer beyond 2^53 is a `bigint` of exactly that value, and `__proto__` is a member like any
 * other. What is nested deeper than `depth` is refused before it is parsed, and so is an integer of more than 1,000 digits. A syntax
 * error is told by its place; nothing of the text is repeated.
 */
export function readJson(text: string, { depth = defaultDepth }: { depth?: number } = {}): unknown {
  if (isTooDeep(text, depth)) return new Unreadable("depth", `must not be nested deeper than ${depth} levels`);
  const refused = refuseLongIntegers(text);
  if (refused) return refused;
  return parsed(text, parseJson);
}

/**
 * The same of a body, quickly: where it is seen that it is neither too deep nor has an integer beyond 2^53, JSON.parse has no
 * mistakes to make.
 */
export function readJsonBody(bytes: Uint8Array, { depth }: { depth: number }): unknown {
  const text = decodeUtf8(bytes);
  if (text === undefined) return new Unreadable("encoding", "must be UTF-8");
  return isPlain(bytes) && !hasMoreBrackets(text, depth) ? parsed(text, JSON.parse) : readJson(text, { depth });
}

function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch {
    return new Unreadable("syntax", `must be JSON: unexpected ${placeOfJsonError(text)}`);
  }
}

/** Whether there are no 16 digits in a row, of which one would be at a multiple of 16. */
function isPlain(bytes: Uint8Array): boolean {
  for (let index = 15; index < bytes.length; index += 16) if (isDigit(bytes[index]) && hasLongRun(bytes, index)) return false;
  return true;
}

function hasLongRun(bytes: Uint8Array, index: number): boolean {
  let start = index;
  let end = index;
  while (isDigit(bytes[start - 1]) && end - start < 16) start--;
  while (isDigit(bytes[end + 1]) && end - start < 16) end++;
  return end - start >= 15;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Where all brackets together are not too many, nobody has to look for strings. */
function isTooDeep(text: string, depth: number): boolean {
  return hasMoreBrackets(text, depth) && deepest(text, depth) > depth;
}

/** Whether more brackets are opened than levels are allowed. Each level takes two characters. */
function hasMoreBrackets(text: string, depth: number): boolean {
  return text.length >= 2 * depth && countUpTo(depth + 1, "{", text) + countUpTo(depth + 1, "[", text) > depth;
}

/** How often a character is in a text, if not more often. To search for the few there are is quicker than to look at each. */
function countUpTo(most: number, character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count < most; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** How many brackets are open at once, counted up to one more than `depth`. */
function deepest(text: string, depth: number): number {
  let open = 0;
  let inString = false;
  for (let index = 0; index < text.length && open <= depth; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === backslash) index++;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if ((unit | 0x20) === 0x7b) open++;
    else if ((unit | 0x20) === 0x7d) open--;
  }
  return open;
}

const quote = 0x22;
const backslash = 0x5c;

/** A `bigint` of very many digits takes more than linear time. Half a character before an integer in a string would be taken for one. */
function refuseLongIntegers(text: string): Unreadable | undefined {
  if (!/\d{16}/.test(text)) return undefined;
  if (/"\\u[dD][eE][aA][dD]/.test(text)) return new Unreadable("syntax", "must have no half of a character");
  if (!/\d{1001}/.test(text)) return undefined;
  let inString = false;
  for (const [token] of text.matchAll(/\\.|"|\d{1001,}/gs)) {
    if (token === '"') inString = !inString;
    else if (token.length > 1000 && !inString) return new Unreadable("syntax", "must have no number of more than 1,000 digits");
  }
  return undefined;
}
