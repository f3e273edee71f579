import type { MediaType, RequestBody } from "../../../model/api.ts";
import { essenceOf } from "../../../model/media-kind.ts";
import type { Schema, SchemaId } from "../../../model/schema.ts";
import { shapeOf } from "../../../model/shape.ts";
import type { WireRequest } from "../exchange.ts";
import { headerNamed } from "./headers-named.ts";
import { mediaTypeOf } from "./media-type-of.ts";

/**
 * Whether a request has a body, or a part of one, in a language that we do not write, such as XML, CSV or PNG, or of which the document says what it
 * means and not how it is written, such as an object as `text/plain`: who refuses it may be right.
 */
export function isOpaqueBody({ headers, body }: WireRequest, described: RequestBody | undefined, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  if (body === undefined || body.length === 0) return false;
  const contentType = headerNamed(headers, "content-type");
  const mediaType = mediaTypeOf(described?.content ?? [], contentType);
  if (!isOurs(contentType ?? "") || (mediaType !== undefined && isUnwritten(mediaType, schemas))) return true;
  return mediaType?.encoding.some((part) => part.contentType?.split(",").every((each) => !isOurs(each)) === true) === true;
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
