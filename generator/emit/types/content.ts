import type { MediaType } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { stringLiteral } from "../../print/literal.ts";
import { contentType } from "../schema/content-type.ts";

/** `{ "application/json": Pet; }` */
export function contentObject(content: readonly MediaType[], plan: TypePlan, view: View): Printable {
  return block(content.map((mediaType) => code`${stringLiteral(mediaType.name)}: ${contentType(mediaType, plan, view)};`));
}
