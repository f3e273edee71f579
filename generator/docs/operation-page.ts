import type { Operation } from "../model/api.ts";
import type { SchemaId } from "../model/schema.ts";
import { anchorsOfPage } from "./anchors.ts";
import { availabilityOf } from "./availability.ts";
import { codeBlock, tabs } from "./code-block.ts";
import { contentSection, groupsOf } from "./content-section.ts";
import { exampleTabs, examplesOf } from "./examples.ts";
import type { Group } from "./groups.ts";
import { type Content, html } from "./html.ts";
import { markdown, plainSummary } from "./markdown.ts";
import { methodBadge } from "./method-badge.ts";
import { operationTitle } from "./operation-title.ts";
import type { Page } from "./page.ts";
import { parametersSection } from "./parameters-section.ts";
import { responsesSection } from "./responses-section.ts";
import type { TreePlace } from "./schema-tree.ts";
import { securitySection } from "./security-section.ts";
import type { Site } from "./site.ts";
import { trySection } from "./try-section.ts";

/** The page of one operation: what it is and asks for, what it answers, how it is called, and a form to try it. */
export function operationPage(operation: Operation, group: Group, site: Site, wanted: Set<SchemaId>): Page {
  const path = site.pages.operations.get(operation) ?? "";
  const place: TreePlace = { site, view: "request", root: "../", anchors: anchorsOfPage(), names: [], holder: "main", around: new Map(), budget: { left: 0 }, wanted };
  const isWebhook = site.webhooks.has(operation);
  const title = operationTitle(operation);
  const content = html`<article class="operation">
<div class="about">
<p class="breadcrumb"><a href="../${site.pages.groups.get(group) ?? ""}">${group.title}</a></p>
<h1>${title}</h1>
${badges(operation)}<p class="route">${methodBadge(operation.method)} <code>${operation.path}</code></p>
${markdown(operation.doc.description)}${seeAlso(operation)}${isWebhook && html`<p class="aside">The API's owner sends this request to you.</p>`}
${securitySection(operation, site)}${parametersSection(operation, { ...place, view: isWebhook ? "response" : "request" })}${bodySection(operation, { ...place, view: isWebhook ? "response" : "request", names: ["body"], holder: "body" })}${responsesSection(operation, { ...place, view: isWebhook ? "request" : "response" })}${callbacks(operation)}</div>
${!isWebhook && html`<aside class="calls" aria-label="Samples">
${tabs("Samples", site.samples(operation).map(({ label, source }) => ({ title: label, id: place.anchors("sample", label), content: codeBlock(source.trimEnd(), `${label} sample`) })))}${trySection(operation, site)}</aside>
`}</article>
`;
  const { description } = operation.doc;
  return { path, title, group, content, ...(description !== undefined && { description: plainSummary(description) }) };
}

function badges({ doc, extensions }: Operation): Content {
  const availability = availabilityOf(extensions);
  if (availability === undefined && doc.deprecated !== true) return undefined;
  return html`<p class="badges">${doc.deprecated === true && html`<span class="deprecated">Deprecated</span> `}${availability !== undefined && html`<span class="availability">${availability}</span>`}</p>
`;
}

function seeAlso({ doc: { externalDocs } }: Operation): Content {
  if (externalDocs === undefined) return undefined;
  const text = externalDocs.description ?? externalDocs.url;
  return html`<p class="see">See ${/^https?:/i.test(externalDocs.url) ? html`<a href="${externalDocs.url}" rel="noopener noreferrer">${text}</a>` : text}</p>
`;
}

function bodySection({ requestBody }: Operation, place: TreePlace): Content {
  if (requestBody === undefined) return undefined;
  const examples = groupsOf(requestBody.content).flatMap(([mediaType]) => (mediaType === undefined ? [] : examplesOf(mediaType)));
  return html`<section aria-labelledby="body"><h2 id="body">Body${requestBody.required && html` <span class="required">Required</span>`}</h2>
${markdown(requestBody.doc.description)}${contentSection(requestBody.content, place)}${exampleTabs(examples, { label: "Example of the body", anchors: place.anchors })}</section>
`;
}

function callbacks({ callbacks: all }: Operation): Content {
  const items = all.flatMap(({ name, pathItems }) => pathItems.flatMap(({ path, operations }) => operations.map((operation) => ({ name, path, operation }))));
  return items.length > 0 && html`<section aria-labelledby="callbacks"><h2 id="callbacks">Callbacks</h2>
<ul class="attributes">
${items.map(({ name, path, operation }) => html`<li class="attribute"><p class="attribute-head"><code class="name">${name}</code> ${methodBadge(operation.method)} <code>${path}</code></p>${markdown(operation.doc.description ?? operation.doc.summary)}</li>
`)}</ul></section>
`;
}
