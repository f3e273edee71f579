import type { Header, Parameter } from "../../model/api.ts";
import type { Doc } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { type TypeExpression, unknown } from "../../print/type-expression.ts";
import { contentType } from "./content-type.ts";
import { shortJson, tagsOf } from "./doc-of.ts";
import { freePosition } from "./schema-position.ts";
import { typeOf } from "./type-of.ts";

/** The type of the values of a parameter, by its schema or its content. */
export function parameterType({ schema, content }: Parameter | Header, plan: TypePlan, view: View = "request"): TypeExpression {
  if (content !== undefined) return contentType(content, plan, view);
  return schema === undefined ? unknown : typeOf(schema, plan, freePosition(view));
}

/** The comment of a parameter or header: its own words, else its schema's; and what the schema demands. */
export function memberDoc({ doc, schema, examples }: Parameter | Header, plan: TypePlan): string {
  const deprecated = doc.deprecated === true && schema?.doc?.deprecated !== true ? [{ tag: "deprecated", text: "" }] : [];
  const shown = examples.flatMap(({ value }) => (value === undefined ? [] : [{ tag: "example", text: shortJson(value.value) }]));
  return jsDoc(textOf(doc) ?? textOf(schema?.doc ?? {}) ?? [], [...deprecated, ...(schema === undefined ? [] : tagsOf(schema, plan)), ...shown]);
}

function textOf({ title, summary, description }: Doc): (string | undefined)[] | undefined {
  return title === undefined && summary === undefined && description === undefined ? undefined : [title, summary, description];
}
