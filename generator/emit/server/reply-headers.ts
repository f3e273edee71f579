import type { Header, Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { mediaTypeLiteral } from "../call/media-type-literal.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";
import type { ReplyBody } from "./reply-body.ts";

/**
 * The headers that a reply takes. `declared` is what has a name of its own, because it takes more than a line; `choice` is the member
 * that is added to it, or to any headers, where the function is called.
 */
export type ReplyHeadersType = { declared?: Printable; choice?: string; required: boolean };

/**
 * The headers of a response as a handler gives them: `{ readonly "x-total"?: number; readonly [name: string]: unknown }`. They must be
 * given where one of them must, and where `content-type` says which type the body is of.
 */
export function replyHeaders({ headers }: Response, body: ReplyBody, plan: TypePlan): ReplyHeadersType {
  const own = new Map(headers.map((header): [string, Header] => [header.name.toLowerCase(), header]));
  own.delete("content-type");
  const type = contentTypeMember(body);
  const members = [...own].map(([name, header]) =>
    code`${memberDoc(header, plan)}readonly ${propertyKey(name)}${header.required ? "" : "?"}: ${parameterType(header, plan, "response")};`);
  const required = body.choices !== undefined || [...own.values()].some((header) => header.required);
  // The type of a body that is chosen is known only where the function is called.
  const isApart = body.choices !== undefined || members.length === 0;
  return {
    ...(members.length > 0 && { declared: block([...(type === undefined || isApart ? [] : [`${type};`]), ...members, "readonly [name: string]: unknown;"]) }),
    ...(type !== undefined && isApart && { choice: type }),
    required,
  };
}

/** Where the body has one type, what `content-type` says is negotiated; but a range is none to be sent. */
function contentTypeMember({ choices, mediaTypes }: ReplyBody): string | undefined {
  if (choices !== undefined) return 'readonly "content-type": ContentType';
  const isRange = mediaTypes.some(({ name }) => name.includes("*"));
  return mediaTypes.length > 1 || isRange ? `readonly "content-type"?: ${mediaTypes.map(mediaTypeLiteral).join(" | ")}` : undefined;
}
