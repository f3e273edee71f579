import { diagnose, type Diagnostic } from "../diagnostics.ts";
import type { Source } from "./document.ts";

/** The text of a file, a URL or the standard input, or why it cannot be had. */
export type ReadResult = { source?: Source; diagnostics: Diagnostic[] };

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so; the mark is dropped. */
export function decodeText(uri: string, bytes: Uint8Array): ReadResult {
  const encoding = encodingOf(bytes);
  try {
    return { source: { uri, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }, diagnostics: [] };
  } catch {
    const at = { uri, ...(encoding === "utf-8" ? firstInvalidUtf8(bytes) : { line: 1, column: 1 }) };
    return { diagnostics: [diagnose("unreadable", `The text is not ${encoding.toUpperCase()}.`, at, "Save the file as UTF-8.")] };
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Line by line, since a line feed is never part of another character. */
function firstInvalidUtf8(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    const text = new TextDecoder("utf-8").decode(bytes.subarray(start, end));
    const column = text.indexOf("\uFFFD") + 1;
    if (column > 0 && !isUtf8(bytes.subarray(start, end))) return { line, column };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
