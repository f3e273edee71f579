import type { MediaType, RequestBody } from "../../model/api.ts";
import { contentKind } from "../../model/content-contract.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { code, type Printable } from "../../print/printable.ts";
import { keyword } from "../../print/type-expression.ts";
import { formType, multipartType } from "../call/form-type.ts";
import { groupByType } from "../call/group-by-type.ts";
import { mediaTypeLiteral } from "../call/media-type-literal.ts";
import { itemType, textType } from "../call/response-body.ts";
import { contentType } from "../schema/content-type.ts";

/**
 * The members `contentType` and `body` of what a handler gets, once for each type that the body can have: `contentType` tells these
 * apart. Both are `undefined` where there is no body.
 */
export function bodyMembers(body: RequestBody | undefined, plan: TypePlan): Printable[][] {
  if (body === undefined || body.content.length === 0) return [["readonly body: undefined;"]];
  const doc = jsDoc([body.doc.description]);
  const groups = groupByType(body.content.map((mediaType) => ({ mediaType, type: requestBodyType(mediaType, plan) })));
  const [first] = groups;
  const given = groups.map(({ mediaTypes, type }) => {
    const optional = body.required || groups.length > 1 ? "" : " | undefined";
    return [code`readonly contentType: ${mediaTypes.map(mediaTypeLiteral).join(" | ")}${optional};`, code`${doc}readonly body: ${type}${optional};`];
  });
  const isAbsent = !body.required && first !== undefined && groups.length > 1;
  return isAbsent ? [...given, ["readonly contentType: undefined;", code`${doc}readonly body: undefined;`]] : given;
}

function requestBodyType(mediaType: MediaType, plan: TypePlan): Printable {
  const kind = contentKind(mediaType, plan.schemas);
  switch (kind) {
    case "json":
      return contentType(mediaType, plan, "request");
    case "urlencoded":
      return formType(mediaType, plan);
    case "multipart":
      return multipartType(mediaType, plan, keyword("Blob"));
    case "lines":
      return code`readonly (${itemType(mediaType, plan, "request")})[]`;
    case "text":
      return textType(mediaType, plan, "request");
    case "events":
      return "string";
    case "binary":
      return "Uint8Array";
    default:
      return kind satisfies never;
  }
}
