import { readJson } from "./read-json.js";
import { below, Unreadable } from "./unreadable.js";

/**
 * JSON values one a line as a list: `application/jsonl`, `application/x-ndjson`; in `application/json-seq` each stands behind a record
 * separator (RFC 7464). Empty lines are none.
 */
export function readLines(text: string, isSequence: boolean, limits: { depth?: number }): unknown {
  const list: unknown[] = [];
  for (const line of text.split(isSequence ? "\x1e" : "\n")) {
    if (!line.trim()) continue;
    const value = readJson(line, limits);
    if (value instanceof Unreadable) return below(list.length, value);
    list.push(value);
  }
  return list;
}
