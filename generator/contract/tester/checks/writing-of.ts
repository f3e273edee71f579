import type { MediaType, RequestBody } from "../../../model/api.ts";
import { essenceOf } from "../../../model/media-kind.ts";
import type { Schema, SchemaId } from "../../../model/schema.ts";
import { shapeOf } from "../../../model/shape.ts";
import type { WireRequest } from "../exchange.ts";
import { sampleFile } from "../sample-file.ts";
import { headerNamed } from "./headers-named.ts";
import { mediaTypeOf } from "./media-type-of.ts";

/**
 * How well we write the body of a request. `foreign`: it is, or a part of it is, in a language that we do not write, such as XML or CSV, or of what the
 * document says what it means and not how it is written, such as an object as `text/plain`: who refuses it may be right. `file`: it has a
 * file that is one, such as a picture, and of which a server may ask for more than the document can say.
 */
export function writingOf({ headers, body }: WireRequest, described: RequestBody | undefined, schemas: ReadonlyMap<SchemaId, Schema>): "ours" | "file" | "foreign" {
  if (body === undefined || body.length === 0) return "ours";
  const contentType = headerNamed(headers, "content-type");
  const mediaType = mediaTypeOf(described?.content ?? [], contentType);
  if (mediaType !== undefined && isUnwritten(mediaType, schemas)) return "foreign";
  const parts = (mediaType?.encoding ?? []).flatMap((part) => (part.contentType === undefined ? [] : [part.contentType.split(",")]));
  const all = [[contentType ?? ""], ...parts].map((each) => (each.some(isOurs) ? "ours" : each.some((one) => holds(body, one)) ? "file" : "foreign"));
  return all.includes("foreign") ? "foreign" : all.includes("file") ? "file" : "ours";
}

/** An empty file is one of no kind. */
function holds(body: Uint8Array, mediaType: string): boolean {
  const file = sampleFile(mediaType);
  return file !== undefined && Buffer.from(body).includes(Buffer.from(file.bytes));
}

function isOurs(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return ours.test(essence) || essence.includes("*");
}

const ours = /^(?:application\/(?:octet-stream|x-www-form-urlencoded)|multipart\/form-data|text\/(?:plain|event-stream)|.*[/+](?:x-)?(?:json|jsonl|jsonlines|ndjson|json-seq))$/;

/** A text or bytes, and a schema of something else. */
function isUnwritten({ name, schema }: MediaType, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  return /^(?:text\/plain|application\/octet-stream)$/.test(essenceOf(name)) && shapeOf(schema, schemas).scalars?.includes("string") !== true;
}
