import type { SchemaId } from "../model/schema.ts";
import { anchorsOfPage } from "./anchors.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import type { Page } from "./page.ts";
import { nameOf, schemaTree } from "./schema-tree.ts";
import { schemaNotes } from "./schema-notes.ts";
import type { Site } from "./site.ts";
import { typeWords } from "./type-words.ts";

/** The page of a named schema that was too much for the page of an operation. */
export function schemaPage(id: SchemaId, site: Site, wanted: Set<SchemaId>): Page {
  const schema = site.plan.schemas.get(id) ?? { at: id };
  const title = nameOf(id, { site });
  const place = { site, view: "response" as const, root: "../", anchors: anchorsOfPage(), names: ["attributes"], holder: "attributes", around: new Map([[id, "attributes"]]), budget: { left: 100 }, wanted };
  const content = html`<article class="single">
<p class="breadcrumb">Schema</p>
<h1>${title}</h1>
<p class="attribute-head"><span class="type">${typeWords(schema, site.plan)}</span></p>
${markdown(schema.doc?.description)}${schemaNotes(schema, site.plan)}
<section aria-labelledby="attributes"><h2 id="attributes">Attributes</h2>
${schemaTree(schema, place)}</section></article>
`;
  return { path: site.pages.schemas.get(id) ?? "", title, content };
}
