import { contentText, isJsonType } from "./content-text.js";
import type { Draft } from "./draft.js";
import { ArgumentError } from "./errors.js";
import type { Arguments, Part } from "./operation.js";

/** What a body of bytes can be. Streams of Node are async iterables. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | string;

/** The body must be given. */
export function requiredBody(): Part {
  return (_, args) => {
    if (args["body"] === undefined) throw new ArgumentError("body", undefined);
  };
}

/** A body in JSON, of another media type than plain `application/json`. */
export function jsonBody(contentType: string): Part {
  return written(contentType, (body, { json }) => json.stringify(body));
}

/** A body that is text. What is no text is written as it reads, an object as JSON. */
export function textBody(contentType: string): Part {
  return written(contentType, (body, draft) => contentText(draft, "body", body, contentType));
}

/** A body of values in JSON, one a line: `application/x-ndjson`. In `application/json-seq` each has a character before it (RFC 7464). */
export function linesBody(contentType: string): Part {
  const before = contentType.startsWith("application/json-seq") ? "\x1e" : "";
  return written(contentType, (body, { json }) => (Array.isArray(body) ? body : [body]).map((item) => `${before}${json.stringify(item)}\n`).join(""));
}

/**
 * A body of bytes. Where the document leaves open what they are (`image/*`), the argument `contentType` says it, or a `Blob` itself.
 * A stream is sent as it comes, which not every server and browser can take; it cannot be sent twice.
 */
export function binaryBody(contentType: string): Part {
  return ({ request }, args) => {
    const { body } = args;
    if (body === undefined) return;
    request.headers["content-type"] = concreteType(contentType, args, (body instanceof Blob && body.type) || "application/octet-stream");
    if (typeof body === "string" || body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body)) Object.assign(request, { body });
    else if (body instanceof ReadableStream || isIterable(body)) Object.assign(request, { body: streamOf(body), duplex: "half" });
    else throw new ArgumentError("body", body);
  };
}

/** A body in one of several media types: that of the argument `contentType`, or else the first. */
export function oneOfBodies(parts: { readonly [mediaType: string]: Part }): Part {
  const rows = Object.entries(parts);
  return (draft, args) => {
    const { body, contentType = rows[0]?.[0] } = args;
    const row = rows.find(([mediaType]) => mediaType === contentType) ?? rows.find(([range]) => isInRange(String(contentType), range));
    if (!row) throw new ArgumentError("contentType", contentType);
    return body === undefined ? undefined : row[1](draft, args);
  };
}

/** `image/png` is in `image/*`, and `application/geo+json` in what is called `application/*+json`. */
function isInRange(mediaType: string, range: string): boolean {
  const [start = "", ...ends] = range.split("*");
  return ends.length > 0 && mediaType.startsWith(start) && (start === "" || mediaType.endsWith(ends.join("")));
}

/** What a body is, where the document leaves it open: what the argument `contentType` says, or else `byValue`. */
function concreteType(contentType: string, { contentType: chosen }: Arguments, byValue: string): string {
  if (!contentType.includes("*")) return contentType;
  return typeof chosen === "string" && !chosen.includes("*") ? chosen : byValue;
}

function written(contentType: string, write: (body: unknown, draft: Draft) => string): Part {
  return (draft, args) => {
    if (args["body"] === undefined) return;
    draft.request.body = write(args["body"], draft);
    draft.request.headers["content-type"] = concreteType(contentType, args, isJsonType(contentType) ? "application/json" : "text/plain");
  };
}

function isIterable(body: unknown): body is AsyncIterable<unknown> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/** Only Node's fetch takes what is iterable as it is. */
function streamOf(body: ReadableStream | AsyncIterable<unknown>): ReadableStream {
  if (body instanceof ReadableStream) return body;
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
