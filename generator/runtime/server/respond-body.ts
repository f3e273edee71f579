import { stringifyJson } from "../json.js";
import { itemsOf } from "../spread.js";
import type { Check, ContentContract } from "./contract.js";
import type { ServerResponse } from "./exchange.js";
import { eventText } from "./respond-event.js";
import { isSource, streamOf } from "./respond-stream.js";
import { Unsendable } from "./unsendable.js";

/** A body as it is sent, and the media type that it says of itself. */
export type WrittenBody = { readonly body: ServerResponse["body"]; readonly type?: string };

/** How the items of a stream are judged, and who is told if it fails. */
export type StreamWatch = { readonly judge: (item: unknown, check: Check | undefined) => void; readonly failed: (error: unknown) => void };

/** Writes a body in a media type. Throws `Unsendable` where the value is nothing that has one of this kind. */
export function writeBody({ kind, mediaType, check, json: isJson }: ContentContract<Check>, body: unknown, watch: StreamWatch): WrittenBody {
  switch (kind) {
    case "json":
      return { body: json(body) };
    case "text":
      return typeof body === "object" || typeof body === "function" ? bytes(body, watch) : { body: String(body) };
    case "binary":
      return bytes(body, watch);
    case "lines": {
      const before = mediaType.includes("json-seq") ? "\x1e" : "";
      return stream(body, (item) => (watch.judge(item, check), `${before}${json(item)}\n`), watch);
    }
    case "events":
      return stream(body, (item) => eventText(item, { json: isJson, judge: (event) => watch.judge(event, check) }), watch);
    case "urlencoded":
      return { body: String(body instanceof URLSearchParams ? body : new URLSearchParams(fields(body).map(([name, value]): [string, string] => [name, textOf(value)]))) };
    case "multipart":
      return form(body, watch);
    default:
      return kind satisfies never;
  }
}

function json(value: unknown): string {
  const text: unknown = stringifyJson(value);
  if (typeof text !== "string") throw new Unsendable("the body cannot be written as JSON");
  return text;
}

function stream(body: unknown, write: (item: unknown) => string | Uint8Array, watch: StreamWatch): WrittenBody {
  if (!isSource(body)) throw new Unsendable("the body must be an AsyncIterable");
  return { body: streamOf(body, { write, failed: (error) => watch.failed(error) }) };
}

function bytes(body: unknown, watch: StreamWatch): WrittenBody {
  if (typeof body === "string" || body instanceof Uint8Array) return { body };
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body) };
  if (ArrayBuffer.isView(body)) return { body: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) };
  if (body instanceof Blob) return { ...bytes(body.stream(), watch), ...(body.type && { type: body.type }) };
  if (isSource(body) && !Array.isArray(body)) return stream(body, chunk, watch);
  throw new Unsendable("the body must be a text, bytes, a Blob, a stream or an AsyncIterable");
}

function chunk(item: unknown): string | Uint8Array {
  if (typeof item === "string" || item instanceof Uint8Array) return item;
  throw new Unsendable("the stream of a body must be of texts or Uint8Arrays");
}

/** The platform writes forms, for a response as for a request. */
function form(body: unknown, watch: StreamWatch): WrittenBody {
  const { body: written, headers } = new Response(body instanceof FormData ? body : formOf(body));
  return { ...bytes(written, watch), type: headers.get("content-type") ?? "multipart/form-data" };
}

function formOf(body: unknown): FormData {
  const data = new FormData();
  for (const [name, value] of fields(body)) {
    if (value instanceof Blob) data.append(name, value);
    else data.append(name, textOf(value));
  }
  return data;
}

function fields(body: unknown): [name: string, value: unknown][] {
  if (typeof body !== "object" || body === null) throw new Unsendable("the body of a form must be an object");
  return Object.entries(body).flatMap(([name, value]) => itemsOf(value).filter((item) => item !== undefined).map((item): [string, unknown] => [name, item]));
}

/** OAS "Encoding Object": by default an object is JSON, all else a text. */
function textOf(value: unknown): string {
  return typeof value === "object" ? json(value) : String(value);
}
