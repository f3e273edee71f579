import { decodeUtf8 } from "../../../runtime/server/decode-utf8.ts";
import { parseMediaType } from "../../../runtime/server/media-type.ts";
import { readJson } from "../../../runtime/server/read-json.ts";
import { readLines } from "../../../runtime/server/read-lines.ts";
import { Unreadable } from "../../../runtime/server/unreadable.ts";
import type { WireResponse } from "../exchange.ts";
import { remembered } from "../remembered.ts";
import type { CheckedExchange, DocumentedContent } from "./checked-exchange.ts";
import { decodeContent } from "./decode-content.ts";
import { duplicateName } from "./duplicate-name.ts";
import { readEvents } from "./read-events.ts";
import { headerNamed, headersNamed } from "./headers-named.ts";

/** Why a body is not what its media type says, whatever its schema is. */
export type BodyProblem = { readonly key: string; readonly message: string; readonly because: string };

/** What a body says, read strictly, and what is wrong with how it is written. */
export type ReadBody = { readonly problems: readonly BodyProblem[]; readonly body: CheckedExchange["body"] };

/** Reads the body of an answer as its media type says: JSON as RFC 8259 has it, and not as parsers forgive. */
export function readBody({ headers, body }: WireResponse, { contract }: DocumentedContent): ReadBody {
  const bytes = decodeContent(body, headersNamed(headers, "content-encoding").join(","));
  if (typeof bytes === "string") return broken("coding", bytes, "RFC 9110 §8.4: the body must be in the coding that Content-Encoding says");
  const charset = charsetOf(headerNamed(headers, "content-type") ?? "");
  switch (contract.kind) {
    case "json":
      return readJsonBody(bytes, charset);
    case "text":
    case "lines":
      return readTextBody(bytes, { charset, lines: contract.kind === "lines" ? contract.mediaType : undefined });
    case "events":
      return readEventsBody(bytes, contract.json === true);
    case "urlencoded":
    case "multipart":
    case "binary":
      return { problems: [], body: undefined };
    default:
      return contract.kind satisfies never;
  }
}

const charsetOf = remembered((contentType) => parseMediaType(contentType).parameters.get("charset")?.toLowerCase());

function readJsonBody(bytes: Uint8Array, charset: string | undefined): ReadBody {
  const problems: BodyProblem[] = [];
  if (charset !== undefined && !isUtf8(charset)) problems.push({ key: "charset", message: `is JSON in the charset ${charset}`, because: "RFC 8259 §8.1: JSON is UTF-8" });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) problems.push({ key: "byte-order-mark", message: "begins with a byte order mark", because: "RFC 8259 §8.1: implementations MUST NOT add one" });
  const text = decodeUtf8(bytes);
  // In the charset that it says it is in, it need not be UTF-8.
  if (text === undefined && problems.length > 0) return { problems, body: undefined };
  if (text === undefined) return { problems: [...problems, { key: "encoding", message: "is not UTF-8", because: "RFC 8259 §8.1: JSON is UTF-8" }], body: undefined };
  const value = /\d{16}/.test(text) ? readJson(text, { depth: 10_000 }) : parsed(text);
  if (value instanceof Unreadable) return { problems: [...problems, { key: "syntax", message: value.message.replace(/^must be JSON:/, "is no JSON:"), because: "RFC 8259 §2: JSON is one value, and nothing beside it" }], body: undefined };
  const duplicate = duplicateName(text);
  if (duplicate !== undefined) problems.push({ key: "duplicate-name", message: `has the name ${JSON.stringify(duplicate)} twice in one object`, because: "RFC 8259 §4: names should be unique; readers differ in which one counts" });
  return { problems, body: { value } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const read = readJson(text);
    return read instanceof Unreadable ? read : new Unreadable("syntax", "is no JSON");
  }
}

function readTextBody(bytes: Uint8Array, { charset, lines }: { charset: string | undefined; lines: string | undefined }): ReadBody {
  if (charset !== undefined && !isUtf8(charset)) return { problems: [], body: undefined };
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return charset === undefined && lines === undefined ? { problems: [], body: undefined } : broken("encoding", "is not UTF-8", charset === undefined ? "Lines of JSON are UTF-8" : "RFC 9110 §8.3.2: Content-Type says charset=utf-8");
  }
  if (lines === undefined) return { problems: [], body: { value: text } };
  const items = readLines(text, /json-seq/i.test(lines), { depth: 512 });
  return items instanceof Unreadable ? broken("syntax", items.message, "Each line is one JSON value (RFC 8259)") : { problems: [], body: { value: items } };
}

/** Events are UTF-8, whatever is said (HTML Standard §9.2.6). */
function readEventsBody(bytes: Uint8Array, json: boolean): ReadBody {
  const text = decodeUtf8(bytes);
  const events = text === undefined ? "is not UTF-8" : readEvents(text, { json });
  return typeof events === "string" ? broken("events", events, "HTML Standard §9.2: events are lines of fields in UTF-8, and the document says what their data is") : { problems: [], body: { value: events } };
}

function isUtf8(charset: string): boolean {
  return charset === "utf-8" || charset === "utf8" || charset === "us-ascii";
}

function broken(key: string, message: string, because: string): ReadBody {
  return { problems: [{ key, message, because }], body: undefined };
}
