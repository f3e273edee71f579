import type { Header, Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { mediaTypeLiteral } from "../call/media-type-literal.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";
import type { ReplyBody } from "./reply-body.ts";

/** The type of a reply's headers, and its declaration where it has one. */
export type ReplyHeadersType = { type: Printable; required: boolean; declaration: Printable[] };

/**
 * The headers of a response as a handler gives them: `{ readonly "x-total"?: number; readonly [name: string]: unknown }`. They must be
 * given where one of them must, and where `content-type` says which type the body is of.
 */
export function replyHeaders({ headers }: Response, { base, body }: { base: string; body: ReplyBody }, plan: TypePlan): ReplyHeadersType {
  const own = new Map(headers.map((header): [string, Header] => [header.name.toLowerCase(), header]));
  own.delete("content-type");
  const type = contentTypeMember(body);
  const members = [...own].map(([name, header]) =>
    code`${memberDoc(header, plan)}readonly ${propertyKey(name)}${header.required ? "" : "?"}: ${parameterType(header, plan, "response")};`);
  const required = body.choices !== undefined || [...own.values()].some((header) => header.required);
  if (members.length === 0) {
    const others = runtimeType("server/reply", "ReplyHeaders");
    return { type: type === undefined ? others : code`${others} & { ${type} }`, required, declaration: [] };
  }
  const name = `${base}Headers`;
  // The type of this one is known only where the function is called.
  const isChosen = body.choices !== undefined;
  const declared = block([...(type === undefined || isChosen ? [] : [`${type};`]), ...members, "readonly [name: string]: unknown;"]);
  return { type: isChosen ? `${name} & { ${type} }` : name, required, declaration: [code`export type ${name} = ${declared};\n\n`] };
}

/** Where the body has one type, what `content-type` says is negotiated; but a range is none to be sent. */
function contentTypeMember({ choices, mediaTypes }: ReplyBody): string | undefined {
  if (choices !== undefined) return 'readonly "content-type": ContentType';
  const isRange = mediaTypes.some(({ name }) => name.includes("*"));
  return mediaTypes.length > 1 || isRange ? `readonly "content-type"?: ${mediaTypes.map(mediaTypeLiteral).join(" | ")}` : undefined;
}
