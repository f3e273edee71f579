import type { Header, MediaType, Operation } from "../../model/api.ts";
import { isJsonEvents } from "../../model/event-data.ts";
import { isBinary } from "../../model/is-binary.ts";
import { essenceOf, mediaKindOf } from "../../model/media-kind.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { headerType } from "./header-value.ts";
import { objectLiteral } from "./object-literal.ts";
import { type PartCall, partCall } from "./part-call.ts";

/** The parts that ask for the documented media types, and read what plain JSON and text are not. */
export function responseParts({ responses }: Operation, plan: TypePlan): PartCall[] {
  const content = responses.flatMap((response) => response.content);
  const streamed = responses.filter(({ status }) => /^(2|default)/.test(status)).flatMap((response) => response.content);
  const names = [...new Set(content.map(({ name }) => name))];
  const isPlain = names.length === 0 || (names.length === 1 && names[0]?.toLowerCase() === "application/json");
  const headers = decodedHeaders(responses.flatMap((response) => response.headers), plan);
  return [
    ...(isPlain ? [] : [partCall("accept", "accept", names)]),
    ...eventParts(streamed, plan),
    ...readerPart("lines", streamed.filter((mediaType) => mediaKindOf(mediaType) === "lines")),
    ...readerPart("bytes", streamed.filter((mediaType) => mediaKindOf(mediaType) === "text" && isBinary(mediaType))),
    ...(headers.length === 0 ? [] : [partCall("response-headers", "decodeHeaders", [{ code: objectLiteral(headers) }])]),
  ];
}

function eventParts(content: readonly MediaType[], plan: TypePlan): PartCall[] {
  const [first] = content.filter((mediaType) => mediaKindOf(mediaType) === "events");
  if (first === undefined) return [];
  return [partCall("events", "events", isJsonEvents(first, plan.schemas) ? [essenceOf(first.name), { code: "{ json: true }" }] : [])];
}

function readerPart(name: "lines" | "bytes", content: readonly MediaType[]): PartCall[] {
  const names = [...new Set(content.map((mediaType) => essenceOf(mediaType.name)))];
  return names.length === 0 ? [] : [partCall(name, name, names)];
}

/** `"x-total": "number"` for each header that is no text. */
function decodedHeaders(headers: readonly Header[], plan: TypePlan): [name: string, type: string][] {
  const types = new Map<string, string>();
  for (const header of headers) {
    const type = headerType(header, plan);
    if (type !== undefined && !types.has(header.name.toLowerCase())) types.set(header.name.toLowerCase(), type);
  }
  return [...types];
}
