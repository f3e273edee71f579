import type { MediaType } from "../../model/api.ts";
import { isBinary } from "../../model/is-binary.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { keyword, type TypeExpression, unknown } from "../../print/type-expression.ts";
import { freePosition } from "./schema-position.ts";
import { typeOf } from "./type-of.ts";

/** The type of a body of this media type. `itemSchema` describes each item of a sequence (OAS 3.2 "Media Type Object"). */
export function contentType(mediaType: MediaType, plan: TypePlan, view: View): TypeExpression {
  const { schema, itemSchema, name } = mediaType;
  if (itemSchema !== undefined && schema === undefined) return { kind: "array", item: typeOf(itemSchema, plan, freePosition(view)) };
  if (isBinary(mediaType)) return keyword("Blob");
  return schema === undefined ? unknownOf(name) : typeOf(schema, plan, freePosition(view));
}

function unknownOf(name: string): TypeExpression {
  return /^text\//i.test(name) ? keyword("string") : unknown;
}
