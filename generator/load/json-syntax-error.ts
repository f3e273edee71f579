import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import { textPositions } from "./text-position.ts";

/**
 * The first mistake of a text that `JSON.parse` refuses (RFC 8259). Node names the place in some messages only, so
 * the text is read once more, and what was expected is said in words.
 */
export function jsonSyntaxError(uri: string, text: string): Diagnostic {
  const mistake = firstMistake(text) ?? { offset: 0, message: "This is not JSON." };
  const at = textPositions(text)(mistake.offset);
  return diagnose("syntax", mistake.message, { uri, ...at }, mistake.help);
}

type Mistake = { offset: number; message: string; help?: string };

/** What may come next: the states of a reader of JSON. */
type Expected = "value" | "value or ]" | "name or }" | "name" | "colon" | "comma or end" | "nothing";

function firstMistake(text: string): Mistake | undefined {
  /** The brackets that are open, with where they opened. */
  const open: { bracket: string; offset: number }[] = [];
  let expected: Expected = "value";
  let offset = skipSpace(text, 0);
  while (offset < text.length) {
    const end = endOfToken(text, offset);
    const token = text.slice(offset, end);
    const mistake = wrongToken(text, offset, token);
    if (mistake) return mistake;
    if (!isExpected(token, expected, open.at(-1)?.bracket)) return unexpected(offset, token, expected);
    if (token === "{" || token === "[") open.push({ bracket: token, offset });
    else if (token === "}" || token === "]") open.pop();
    expected = after(token, expected, open.at(-1)?.bracket);
    offset = skipSpace(text, end);
  }
  if (expected === "nothing") return undefined;
  const unclosed = open.at(-1);
  return unclosed
    ? { offset: unclosed.offset, message: `This "${unclosed.bracket}" is never closed.`, help: "Was the file cut off?" }
    : { offset, message: "The text ends where a value was expected." };
}

function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  return space.test(text) ? space.lastIndex : start;
}

function endOfToken(text: string, start: number): number {
  token.lastIndex = start;
  return token.test(text) ? token.lastIndex : start + 1;
}

const space = /[ \t\r\n]+/y;
const token = /"(?:[^"\\\n]|\\[^\n])*"?|[{}[\]:,]|[^\s{}[\]:,"]+/y;
const string = /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/;
const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** What is wrong with a token wherever it stands. */
function wrongToken(text: string, offset: number, token: string): Mistake | undefined {
  if (/^[{}[\]:,]$/.test(token) || string.test(token) || scalar.test(token)) return undefined;
  if (token.startsWith('"')) {
    return token.length > 1 && token.endsWith('"')
      ? { offset, message: "The string holds a control character or an escape that JSON does not have." }
      : { offset, message: "The string is not closed on its line." };
  }
  if (token.startsWith("//") || token.startsWith("/*") || token.startsWith("#")) {
    return { offset, message: "JSON has no comments." };
  }
  if (token.startsWith("'")) return { offset, message: 'JSON strings stand in double quotes ("), not single ones.' };
  const word = shortened(text.slice(offset, offset + token.length));
  return { offset, message: `Unexpected ${word}.`, help: 'Strings and names stand in double quotes: "name".' };
}

function isExpected(token: string, expected: Expected, bracket: string | undefined): boolean {
  const isValue = !/^[}\]:,]$/.test(token);
  switch (expected) {
    case "value": return isValue;
    case "value or ]": return isValue || token === "]";
    case "name": return token.startsWith('"');
    case "name or }": return token.startsWith('"') || token === "}";
    case "colon": return token === ":";
    case "comma or end": return token === "," || token === (bracket === "{" ? "}" : "]");
    case "nothing": return false;
    default: return expected satisfies never;
  }
}

/** What may follow a token that was in its place; `bracket` is the innermost one open after it. */
function after(token: string, expected: Expected, bracket: string | undefined): Expected {
  if (token === "{") return "name or }";
  if (token === "[") return "value or ]";
  if (token === ":") return "value";
  if (token === ",") return bracket === "{" ? "name" : "value";
  if (expected === "name" || (expected === "name or }" && token !== "}")) return "colon";
  return bracket === undefined ? "nothing" : "comma or end";
}

function unexpected(offset: number, token: string, expected: Expected): Mistake {
  const found = shortened(token);
  switch (expected) {
    case "value":
    case "value or ]": return { offset, message: `Expected a value, found ${found}.`, help: "Is there a comma too many?" };
    case "name":
    case "name or }": return { offset, message: `Expected a name in double quotes, found ${found}.`, help: "Is there a comma too many?" };
    case "colon": return { offset, message: `Expected ":" after the name, found ${found}.` };
    case "comma or end": return { offset, message: `Expected "," or the closing bracket, found ${found}.`, help: "Is a comma missing?" };
    case "nothing": return { offset, message: `Expected the end of the text, found ${found}.` };
    default: return expected satisfies never;
  }
}

function shortened(token: string): string {
  return token.length > 40 ? `${token.slice(0, 40)}…` : token;
}
