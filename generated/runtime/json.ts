/**
 * JSON text as a value. An integer that a number cannot hold (beyond 2^53) becomes a `bigint` of exactly that value,
 * where `JSON.parse` would give another one and say nothing.
 */
export function parseJson(text: string): unknown {
  return /\d{16}/.test(text) ? parseExactly(text) : JSON.parse(text);
}

/** A value as JSON text. A `bigint` is written as the number it is. */
export function stringifyJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? mark + String(member) : member));
    return text.replace(marked, "$1");
  }
}

// No text of a document begins so: it is made of characters that Unicode keeps for a program's own use.
const mark = "\uE000\uF8FF";
const marked = new RegExp(`"${mark}(-?\\d+)"`, "g");
const stringsAndLongIntegers = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

function parseExactly(text: string): unknown {
  const safe = text.replace(stringsAndLongIntegers, (token, offset: number) => {
    const isInteger = token[0] !== '"' && text[offset - 1] !== "." && !/\d/.test(text[offset - 1] ?? "");
    return isInteger && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token;
  });
  return JSON.parse(safe, (_, member: unknown) =>
    typeof member === "string" && member.startsWith(mark) ? BigInt(member.slice(mark.length)) : member);
}
