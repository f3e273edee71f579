import { contentText } from "./content-text.js";
import { ArgumentError } from "./errors.js";
import type { Part } from "./operation.js";

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
  return written(contentType, (body) => JSON.stringify(body));
}

/** A body that is text. What is no text is written as it reads, an object as JSON. */
export function textBody(contentType: string): Part {
  return written(contentType, (body) => contentText("body", body, contentType));
}

/** A body of values in JSON, one a line: `application/x-ndjson`. In `application/json-seq` each has a character before it (RFC 7464). */
export function linesBody(contentType: string): Part {
  const before = contentType.startsWith("application/json-seq") ? "\x1e" : "";
  return written(contentType, (body) => (Array.isArray(body) ? body : [body]).map((item) => `${before}${JSON.stringify(item)}\n`).join(""));
}

/**
 * A body of bytes. Where the document leaves open what they are (`image/*`), the argument `contentType` says it, or a `Blob` itself.
 * A stream is sent as it comes, which not every server and browser can take; it cannot be sent twice.
 */
export function binaryBody(contentType: string): Part {
  return ({ request }, args) => {
    const { body, contentType: chosen } = args;
    if (body === undefined) return;
    const known = (typeof chosen === "string" && chosen) || (body instanceof Blob && body.type) || "application/octet-stream";
    request.headers["content-type"] = contentType.includes("*") ? known : contentType;
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

/** `image/png` is in `image/*`, and everything is in the range of a star and a star. */
function isInRange(mediaType: string, range: string): boolean {
  const [start = "", end] = range.split("*");
  return end === "" && mediaType.startsWith(start === "*/" ? "" : start);
}

function written(contentType: string, write: (body: unknown) => string): Part {
  return ({ request }, args) => {
    if (args["body"] === undefined) return;
    request.body ??= write(args["body"]);
    request.headers["content-type"] = contentType;
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
