import { contentContract } from "../../../model/content-contract.ts";
import { essenceOf } from "../../../model/media-kind.ts";
import type { MediaType } from "../../../model/api.ts";
import type { Schema, SchemaId } from "../../../model/schema.ts";
import type { CheckedExchange, DocumentedContent } from "./checked-exchange.ts";
import { headerNamed } from "./headers-named.ts";
import { mediaTypeOf } from "./media-type-of.ts";

/** What the document has for the content type of an answer. */
export function documentedContent({ response, documented }: Pick<CheckedExchange, "response" | "documented">, schemas: ReadonlyMap<SchemaId, Schema>): DocumentedContent | undefined {
  const contentType = headerNamed(response.headers, "content-type");
  const mediaType = mediaTypeOf(documented.content, contentType);
  return mediaType === undefined ? undefined : { mediaType, contract: contractOf(mediaType, essenceOf(contentType ?? ""), schemas) };
}

const known = new WeakMap<MediaType, Map<string, DocumentedContent["contract"]>>();

/** Of a range, the body is what the answer says that it is. */
function contractOf(mediaType: MediaType, sent: string, schemas: ReadonlyMap<SchemaId, Schema>): DocumentedContent["contract"] {
  const name = mediaType.name.includes("*") ? sent : mediaType.name;
  const byName = known.get(mediaType) ?? new Map<string, DocumentedContent["contract"]>();
  known.set(mediaType, byName);
  const contract = byName.get(name) ?? contentContract({ ...mediaType, name }, schemas);
  byName.set(name, contract);
  return contract;
}
