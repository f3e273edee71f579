import type { MediaType, Response } from "../../model/api.ts";
import { contentKind } from "../../model/content-contract.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { groupByType } from "../call/group-by-type.ts";
import { eventData, itemType, textType } from "../call/response-body.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { spansLines } from "../call/spans-lines.ts";
import { contentType } from "../schema/content-type.ts";

/**
 * What a reply's body may be. `choices` is the name of a type that has a type of body for each media type, where these differ;
 * `mediaTypes` are those that need not be named, since they are negotiated.
 */
export type ReplyBody = { type: Printable; choices?: string; mediaTypes: readonly MediaType[]; declaration: Printable[] };

/** The body of a response, as a handler gives it; `base` is what names begin with. */
export function replyBody({ status, content }: Response, { base, method }: { base: string; method: string }, plan: TypePlan): ReplyBody {
  // RFC 9110 §9.3.2, §15.3.5, §15.3.6 and §15.4.5: these have none.
  if (content.length === 0 || method === "head" || /^(204|205|304)$/.test(status)) return { type: "undefined", mediaTypes: [], declaration: [] };
  const typed = content.map((mediaType) => ({ mediaType, type: replyBodyType(mediaType, plan) }));
  const [first, ...others] = groupByType(typed);
  if (first === undefined) return { type: "undefined", mediaTypes: [], declaration: [] };
  const name = `${base}Body`;
  const hasRange = content.some(({ name: written }) => written.includes("*"));
  if (others.length > 0 && !hasRange) {
    const members = typed.map(({ mediaType, type }) => code`readonly ${stringLiteral(mediaType.name)}: ${type};`);
    return { type: name, choices: name, mediaTypes: [], declaration: [code`export type ${name} = ${block(members)};\n\n`] };
  }
  const type = separated([first, ...others].map((group) => group.type), " | ");
  if (!spansLines(type)) return { type, mediaTypes: content, declaration: [] };
  return { type: name, mediaTypes: content, declaration: [code`export type ${name} = ${type};\n\n`] };
}

function replyBodyType(mediaType: MediaType, plan: TypePlan): Printable {
  const kind = contentKind(mediaType, plan.schemas);
  switch (kind) {
    case "json":
      return contentType(mediaType, plan, "response");
    case "urlencoded":
    case "multipart":
      return mediaType.schema === undefined ? "{ readonly [name: string]: unknown }" : contentType(mediaType, plan, "response");
    case "lines":
      return code`${runtimeType("server/reply", "StreamBody")}<${itemType(mediaType, plan, "response")}>`;
    case "events":
      return code`${runtimeType("server/reply", "StreamBody")}<${runtimeType("events", "ServerSentEvent")}<${eventData(mediaType, plan)}>>`;
    case "text":
      return textType(mediaType, plan, "response");
    case "binary":
      return runtimeType("server/reply", "ByteBody");
    default:
      return kind satisfies never;
  }
}
