import type { Doc, Schema } from "../model/schema.ts";
import type { TypePlan } from "../model/type-plan.ts";
import { type Content, type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { schemaNotes } from "./schema-notes.ts";
import { typeWords } from "./type-words.ts";

/** One named thing that has a value: a parameter, a header, a member of an object. */
type Attribute = {
  id: string;
  name: Content;
  schema: Schema | undefined;
  isRequired: boolean;
  doc: Doc | undefined;
  /** Said of it besides, `in a media type` for instance. */
  remarks?: Content;
  /** What is inside it. */
  inside?: Content;
};

/** An attribute as an item of a list, with an id to link to. */
export function attributeItem({ id, name, schema, isRequired, doc, remarks, inside }: Attribute, plan: TypePlan): Html {
  const said = doc?.description ?? describedBy(schema, plan);
  const isDeprecated = doc?.deprecated === true || schema?.doc?.deprecated === true;
  return html`<li class="attribute" id="${id}">
<p class="attribute-head"><a class="anchor" href="#${id}"><code class="name">${name}</code></a> <span class="type">${typeWords(schema, plan)}</span>${isRequired && html` <span class="required">Required</span>`}${isDeprecated && html` <span class="deprecated">Deprecated</span>`}${schema?.readOnly === true && html` <span class="type">read-only</span>`}${schema?.writeOnly === true && html` <span class="type">write-only</span>`}${remarks}</p>
${markdown(said)}${schema && schemaNotes(schema, plan)}${inside}</li>
`;
}

/** The description of a schema, else that of what it refers to. */
function describedBy(schema: Schema | undefined, plan: TypePlan): string | undefined {
  const target = schema?.ref === undefined ? undefined : plan.schemas.get(schema.ref);
  const [part] = schema?.allOf ?? [];
  return schema?.doc?.description ?? target?.doc?.description ?? (part?.ref === undefined ? undefined : plan.schemas.get(part.ref)?.doc?.description);
}
