import type { Group } from "./groups.ts";
import { type Content, type Html, html } from "./html.ts";
import { markdown, plainSummary } from "./markdown.ts";
import { methodBadge } from "./method-badge.ts";
import { operationTitle } from "./operation-title.ts";
import type { Page } from "./page.ts";
import type { Site } from "./site.ts";

/** The page of one tag: what its author says about it, and its operations. */
export function groupPage(group: Group, site: Site): Page {
  const { title, tag } = group;
  const content = html`<article class="single">
<h1>${title}</h1>
${markdown(tag?.doc.description)}${seeAlso(group)}${operationList(group, site, "../")}</article>
`;
  return { path: site.pages.groups.get(group) ?? "", title, group, content };
}

function seeAlso({ tag }: Group): Content {
  const docs = tag?.doc.externalDocs;
  return docs !== undefined && /^https?:/i.test(docs.url) && html`<p class="see">See <a href="${docs.url}" rel="noopener noreferrer">${docs.description ?? docs.url}</a></p>
`;
}

/** The operations of a tag with their routes and what they are for. */
export function operationList({ operations }: Group, site: Site, root: string): Html {
  return html`<ul class="operations">
${operations.map((operation) => html`<li><a href="${root}${site.pages.operations.get(operation) ?? ""}">${operationTitle(operation)}</a>${operation.doc.deprecated === true && html` <span class="deprecated">Deprecated</span>`}
<p class="route">${methodBadge(operation.method)} <code>${operation.path}</code></p>${operation.doc.description !== undefined && html`<p class="aside">${plainSummary(operation.doc.description)}</p>`}</li>
`)}</ul>
`;
}
