import type { RequestBody } from "../../../model/api.ts";
import { essenceOf } from "../../../model/media-kind.ts";
import type { WireRequest } from "../exchange.ts";
import { headerNamed } from "./headers-named.ts";
import { mediaTypeOf } from "./media-type-of.ts";

/**
 * Whether a request has a body, or a part of one, in a language that we do not write, such as XML, CSV or PNG: the document does not say what is valid
 * there (OAS "Media Type Object": its schema is about what the text means), and who refuses it may be right.
 */
export function isOpaqueBody({ headers, body }: WireRequest, described: RequestBody | undefined): boolean {
  if (body === undefined || body.length === 0) return false;
  const contentType = headerNamed(headers, "content-type");
  const parts = mediaTypeOf(described?.content ?? [], contentType)?.encoding ?? [];
  return !isOurs(contentType ?? "") || parts.some((part) => part.contentType?.split(",").every((each) => !isOurs(each)) === true);
}

function isOurs(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return ours.test(essence) || essence.includes("*");
}

const ours = /^(?:application\/(?:octet-stream|x-www-form-urlencoded)|multipart\/form-data|text\/(?:plain|event-stream)|.*[/+](?:x-)?(?:json|jsonl|jsonlines|ndjson|json-seq))$/;
