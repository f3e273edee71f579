import { partHeaders, type PartHeaders } from "./part-headers.js";
import { Unreadable } from "./unreadable.js";

/** A part of a form: what its headers say, and its bytes, which are those of the body and no copy. */
export type FormPart = PartHeaders & { readonly bytes: Uint8Array };

const maximumParts = 1000;
const maximumHeaders = 16_384;

/**
 * Takes a body of `multipart/form-data` apart (RFC 7578, RFC 2046 §5.1.1) by its bytes, in linear time. What stands before the first
 * boundary and after the last is nothing. There may be 1,000 parts, and 16 KiB of headers in each.
 */
export function multipartParts(body: Uint8Array, contentType: string): FormPart[] | Unreadable {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return new Unreadable("content", "must be of a Content-Type with a boundary of 1 to 70 characters");
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  // The first boundary may stand at the very beginning, without a line break before it.
  let start = startsWith(body, delimiter.subarray(2), 0) ? delimiter.length - 2 : afterNext(body, delimiter, 0);
  for (;;) {
    if (start === undefined) return new Unreadable("content", "must end with its boundary");
    if (startsWith(body, dashes, start)) return parts;
    const content = lineEnd(body, start);
    if (content === undefined) return new Unreadable("content", "must have a line break after each boundary");
    if (parts.length >= maximumParts) return new Unreadable("content", `must not have more than ${maximumParts} parts`);
    const next = afterNext(body, delimiter, content - 2);
    if (next === undefined) return new Unreadable("content", "must end with its boundary");
    const part = partOf(body.subarray(content, Math.max(content, next - delimiter.length)));
    if (part instanceof Unreadable) return part;
    parts.push(part);
    start = next;
  }
}

/** RFC 2046 §5.1.1: up to 70 characters; in quotes where they are not those of a token. */
function boundaryOf(contentType: string): string | undefined {
  const [, quoted, token] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70})\s*(?:;|$))/i.exec(contentType) ?? [];
  return quoted ?? token;
}

function partOf(part: Uint8Array): FormPart | Unreadable {
  // Without headers, the empty line is the first.
  const end = startsWith(part, lineBreak, 0) ? 0 : indexOf(part, emptyLine, 0, maximumHeaders);
  if (end === undefined) return new Unreadable("content", `must have an empty line after at most ${maximumHeaders} bytes of headers of a part`);
  const headers = partHeaders(part.subarray(0, end));
  return headers instanceof Unreadable ? headers : { ...headers, bytes: part.subarray(end + (end === 0 ? 2 : 4)) };
}

/** Where it goes on after the next delimiter. */
function afterNext(body: Uint8Array, delimiter: Uint8Array, from: number): number | undefined {
  const found = indexOf(body, delimiter, from);
  return found === undefined ? undefined : found + delimiter.length;
}

/** Where the line ends that has nothing but blanks (RFC 2046 §5.1.1 "transport-padding"). */
function lineEnd(body: Uint8Array, from: number): number | undefined {
  let end = from;
  while (body[end] === 0x20 || body[end] === 0x09) end++;
  return startsWith(body, lineBreak, end) ? end + 2 : undefined;
}

/** All that is looked for begins with a carriage return, and has no other soon after: what is compared is short. */
function indexOf(bytes: Uint8Array, sought: Uint8Array, from: number, end = bytes.length): number | undefined {
  for (let at = bytes.indexOf(0x0d, from); at >= 0 && at < end; at = bytes.indexOf(0x0d, at + 1)) {
    if (startsWith(bytes, sought, at)) return at;
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, sought: Uint8Array, at: number): boolean {
  for (let index = 0; index < sought.length; index++) if (bytes[at + index] !== sought[index]) return false;
  return true;
}

const lineBreak = Uint8Array.of(0x0d, 0x0a);
const emptyLine = Uint8Array.of(0x0d, 0x0a, 0x0d, 0x0a);
const dashes = Uint8Array.of(0x2d, 0x2d);
