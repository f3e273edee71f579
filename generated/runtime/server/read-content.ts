import type { Violation } from "../validate/violation.js";
import type { Check, ContentContract } from "./contract.js";
import { decodeUtf8 } from "./decode-utf8.js";
import { readJsonBody } from "./read-json.js";
import { readLines } from "./read-lines.js";
import { multipartReadings } from "./read-multipart.js";
import { urlencodedReadings } from "./read-urlencoded.js";
import { Unreadable } from "./unreadable.js";

/** A body's value, or why there is none. */
export type ReadContent = { readonly value: unknown } | { readonly violations: Violation[] };

/**
 * Reads a body that was sent in one of an operation's media types, and has it judged. JSON is never coerced: `"5"` is no integer. Forms
 * are objects of what their texts mean; lines are a list; text and events are text, which is UTF-8 and nothing else; all else is bytes.
 * `contentType` is the header as it came, for it says the boundary of a multipart body.
 */
export function readContent(bytes: Uint8Array, content: ContentContract<Check>, contentType: string, limits: { readonly depth: number }): ReadContent {
  switch (content.kind) {
    case "binary":
      return { value: bytes };
    case "json":
      return judge(content, readJsonBody(bytes, limits));
    case "lines":
      return judgeItems(content, readText(bytes, (text) => readLines(text, /json-seq/i.test(content.mediaType), limits)));
    case "events":
      return judge({}, readText(bytes, (text) => text));
    case "text":
      return judge(content, readText(bytes, (text) => text));
    case "urlencoded":
    case "multipart":
      return judgeForm(content, bytes, contentType);
    default:
      return content.kind satisfies never;
  }
}

type Readings = readonly ((bytes: Uint8Array, contentType: string) => unknown)[];

/** Forms are prepared once: a contract stays the same object. */
const prepared = new WeakMap<ContentContract<Check>, Readings>();

function readingsOf(content: ContentContract<Check>): Readings {
  const known = prepared.get(content);
  if (known) return known;
  const { kind, shape = {}, encoding } = content;
  const readings = kind === "multipart" ? multipartReadings(shape, encoding)
    : urlencodedReadings(shape, encoding).map((read) => (bytes: Uint8Array) => readText(bytes, read));
  prepared.set(content, readings);
  return readings;
}

function readText(bytes: Uint8Array, read: (text: string) => unknown): unknown {
  const text = decodeUtf8(bytes);
  return text === undefined ? new Unreadable("encoding", "must be UTF-8") : read(text);
}

function judge({ check }: { readonly check?: Check }, value: unknown): ReadContent {
  if (value instanceof Unreadable) return { violations: [violationOf(value)] };
  return !check || check.is(value) ? { value } : { violations: check.violations(value) };
}

/** Where a text can mean several things, the first that the check accepts; and if none is, what is wrong with the first. */
function judgeForm(content: ContentContract<Check>, bytes: Uint8Array, contentType: string): ReadContent {
  let refused: ReadContent | undefined;
  for (const read of readingsOf(content)) {
    const judged = judge(content, read(bytes, contentType));
    if ("value" in judged) return judged;
    refused ??= judged;
  }
  return refused ?? { violations: [] };
}

/** The check is one of items. Of many that are wrong, the first 20 are enough to know. */
function judgeItems({ check }: ContentContract<Check>, value: unknown): ReadContent {
  if (value instanceof Unreadable || !check || !Array.isArray(value)) return judge({}, value);
  const violations: Violation[] = [];
  for (const [index, item] of value.entries()) {
    if (check.is(item)) continue;
    violations.push(...check.violations(item).map((violation) => ({ ...violation, path: `/${index}${violation.path}` })));
    if (violations.length >= 20) break;
  }
  return violations.length > 0 ? { violations } : { value };
}

function violationOf({ path, keyword, message }: Unreadable): Violation {
  return { path, schema: "", keyword, message };
}
