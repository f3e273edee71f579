import type { MediaType } from "../../model/api.ts";
import { dataSchemas, isJsonEvents } from "../../model/event-data.ts";
import { isBinary } from "../../model/is-binary.ts";
import { mediaKindOf } from "../../model/media-kind.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { code, type Printable } from "../../print/printable.ts";
import { keyword, union } from "../../print/type-expression.ts";
import { freePosition } from "../schema/schema-position.ts";
import { typeOf } from "../schema/type-of.ts";
import { contentType } from "../schema/content-type.ts";
import { runtimeType } from "./runtime-name.ts";

/** The type of a response's body, as the runtime reads this media type. Streams are read of a success only. */
export function responseBody(mediaType: MediaType, isSuccess: boolean, plan: TypePlan): Printable {
  const kind = mediaKindOf(mediaType);
  switch (kind) {
    case "json":
    case "any":
      return contentType(mediaType, plan, "response");
    case "text":
      return isBinary(mediaType) && isSuccess ? "Blob" : textType(mediaType, plan, "response");
    case "events":
      return isSuccess ? code`AsyncIterable<${runtimeType("events", "ServerSentEvent")}<${eventData(mediaType, plan)}>>` : "string";
    case "lines":
      return isSuccess ? code`AsyncIterable<${itemType(mediaType, plan, "response")}>` : "Blob";
    case "urlencoded":
    case "multipart":
    case "other":
      return "Blob";
    default:
      return kind satisfies never;
  }
}

/** A text is a string, or one of those that the schema lists. */
export function textType({ schema }: MediaType, plan: TypePlan, view: View): Printable {
  const values = schema?.enum ?? (schema?.const === undefined ? undefined : [schema.const.value]);
  const isListed = schema !== undefined && values !== undefined && values.every((value) => typeof value === "string");
  return isListed ? typeOf(schema, plan, freePosition(view)) : "string";
}

/** What one line of a stream is. Before 3.2 there was no way to say it but by the schema of the whole. */
export function itemType({ schema, itemSchema }: MediaType, plan: TypePlan, view: View): Printable {
  const item = itemSchema ?? schema?.items ?? schema;
  return item === undefined ? "unknown" : typeOf(item, plan, freePosition(view));
}

/** The type of the data of events. */
export function eventData(mediaType: MediaType, plan: TypePlan): Printable {
  const { itemSchema } = mediaType;
  if (itemSchema === undefined || !isJsonEvents(mediaType, plan.schemas)) return "string";
  const data = dataSchemas(itemSchema, plan.schemas);
  if (data.length === 0) return typeOf(itemSchema, plan, freePosition("response"));
  return union(data.map(({ contentSchema }) => (contentSchema === undefined ? keyword("unknown") : typeOf(contentSchema, plan, freePosition("response")))));
}
