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
    // JSON.stringify escapes the mark. A quote that a backslash stands before begins no string, and one before a colon ends a name.
    return text.replace(/(?<!\\)"\\udead(-?\d+)"(?!:)/g, "$1");
  }
}

// Half a character: no text that UTF-8 can hold begins so.
const mark = "\uDEAD";

// One quote or escape at a time: a pattern for a whole string fails on long ones (V8: "Maximum call stack size exceeded").
const quotesAndLongIntegers = /\\.|"|(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/gs;

function parseExactly(text: string): unknown {
  let inString = false;
  const marked = text.replace(quotesAndLongIntegers, (token) => {
    if (token === '"') inString = !inString;
    return token.length > 15 && !inString && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token;
  });
  return JSON.parse(marked, (_, member: unknown) =>
    typeof member === "string" && /^\uDEAD-?\d+$/.test(member) ? BigInt(member.slice(1)) : member);
}
