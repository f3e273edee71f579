import type { MediaType } from "../../model/api.ts";
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

/** Whether a body is bytes: a media type that is no text, with no schema, an empty one, or 3.0's `format: binary`. */
export function isBinary({ name, schema }: MediaType): boolean {
  if (!/^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip|x-[a-z0-9-]*zip)/i.test(name)) {
    return schema?.format === "binary" && !/json|xml|text|form|multipart|\*/i.test(name);
  }
  if (schema === undefined || schema.boolean === true) return true;
  if (schema.format === "binary") return true;
  return schema.types === undefined && schema.ref === undefined && schema.properties === undefined && schema.allOf === undefined
    && schema.oneOf === undefined && schema.anyOf === undefined && schema.enum === undefined && schema.const === undefined;
}

function unknownOf(name: string): TypeExpression {
  return /^text\//i.test(name) ? keyword("string") : unknown;
}
