import type { Schema, SchemaId } from "../model/schema.ts";
import type { View } from "../model/views.ts";
import type { Anchors } from "./anchors.ts";
import { attributeItem } from "./attribute.ts";
import { type Content, type Html, html } from "./html.ts";
import { type SchemaMember, type SchemaParts, schemaParts } from "./schema-parts.ts";
import { schemaNotes } from "./schema-notes.ts";
import type { Site } from "./site.ts";
import { typeWords } from "./type-words.ts";

/**
 * Where a tree stands: `root` leads to the root of the site, `names` is what the ids in it are made of, `holder` is the id of what it is
 * the inside of, `around` are the named schemas around it, with the ids of their holders, and `budget` is how many attributes it may still have.
 */
export type TreePlace = {
  site: Site;
  view: View;
  root: string;
  anchors: Anchors;
  names: readonly string[];
  holder: string;
  around: ReadonlyMap<SchemaId, string>;
  budget: { left: number };
  /** Named schemas that some tree leads to instead of showing them: they need a page. */
  wanted: Set<SchemaId>;
};

/**
 * The attributes of a schema as a tree that can be unfolded. A schema inside itself leads back to where it stands, and what is too deep or
 * too much to a page of its own, so that every tree ends.
 */
export function schemaTree(schema: Schema, place: TreePlace): Html | undefined {
  const parts = schemaParts(schema, place.site.plan, place.view);
  if (parts.members.length === 0 && parts.alternatives.length === 0) return undefined;
  // All of them at once, and before what is inside of them: the first level is there in any case.
  place.budget.left -= parts.members.length + parts.alternatives.length;
  const inner = { ...place, around: new Map([...place.around, ...parts.refs.map((id) => [id, place.holder] as const)]) };
  return html`${parts.members.length > 0 && html`<ul class="attributes">
${parts.members.map((member) => memberItem(member, inner))}</ul>
`}${alternatives(parts, inner)}`;
}

function memberItem({ name, schema, isRequired, kind }: SchemaMember, place: TreePlace): Html {
  const words: Record<SchemaMember["kind"], Content> = {
    property: name,
    pattern: html`<i>names like</i> ${name}`,
    additional: html`<i>any other name</i>`,
    item: html`<i>item</i> ${name}`,
  };
  const names = [...place.names, name];
  const id = place.anchors(...names);
  const inside = unfolded(schema, { ...place, names, holder: id }, `attributes of ${name}`);
  return attributeItem({ id, name: words[kind], schema, isRequired, doc: schema.doc, inside }, place.site.plan);
}

/** What is inside of a member, behind a summary; or where to find it. */
function unfolded(schema: Schema, place: TreePlace, label: string): Content {
  const { plan } = place.site;
  const parts = schemaParts(schema, plan, place.view);
  if (parts.members.length === 0 && parts.alternatives.length === 0) return undefined;
  const above = parts.refs.find((id) => place.around.has(id));
  if (above !== undefined) return html`<p class="aside">Has the attributes of <a href="#${place.around.get(above) ?? ""}">${nameOf(above, place)}</a> above.</p>`;
  const [named] = parts.refs;
  if (named !== undefined && (place.budget.left <= 0 || place.around.size > 8)) {
    place.wanted.add(named);
    return html`<p class="aside">Has the attributes of <a href="${place.root}${place.site.pages.schemas.get(named) ?? ""}">${nameOf(named, place)}</a>.</p>`;
  }
  return html`<details class="inside"><summary>${parts.members.length > 0 ? "Attributes" : "Alternatives"}<span class="hidden">, ${label}</span></summary>
${schemaTree(schema, place)}</details>`;
}

function alternatives({ alternatives: all }: SchemaParts, place: TreePlace): Content {
  if (all.length === 0) return undefined;
  return html`<p class="aside">One of:</p>
<ul class="alternatives">
${all.slice(0, 50).map((one, index) => alternative(one, { ...place, names: [...place.names, `${index + 1}`] }))}</ul>
${all.length > 50 && html`<p class="aside">and ${all.length - 50} more.</p>`}`;
}

function alternative(schema: Schema, place: TreePlace): Html {
  const { plan } = place.site;
  const title = schema.doc?.title ?? (schema.ref === undefined ? undefined : nameOf(schema.ref, place));
  const words = typeWords(schema, plan);
  const id = place.anchors(...place.names);
  const inside = unfolded(schema, { ...place, holder: id }, title ?? words);
  return html`<li class="alternative" id="${id}">${title !== undefined && html`<b>${title}</b> `}${title !== words && html`<span class="type">${words}</span>`}${schemaNotes(schema, plan)}${inside}</li>
`;
}

/** What a named schema is called: its title, else the name of its type. */
export function nameOf(id: SchemaId, { site: { plan } }: Pick<TreePlace, "site">): string {
  return plan.schemas.get(id)?.doc?.title ?? plan.names.get(id)?.name ?? id;
}
