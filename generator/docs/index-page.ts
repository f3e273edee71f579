import { operationList } from "./group-page.ts";
import { type Content, html } from "./html.ts";
import { markdown, markdownLine, plainSummary } from "./markdown.ts";
import type { Page } from "./page.ts";
import { flowRows, schemeWords } from "./security-section.ts";
import type { Site } from "./site.ts";

/** The first page: what the API is, where it is, who may call it, and what there is. */
export function indexPage(site: Site): Page {
  const { info } = site.api;
  const { doc } = info;
  const content = html`<article class="single">
<h1>${info.title}</h1>
${info.version !== "" && html`<p class="badges"><span class="availability">Version ${info.version}</span></p>`}
${doc.summary !== undefined && html`<p class="lead">${doc.summary}</p>`}${markdown(doc.description)}
${servers(site)}${schemes(site)}${contents(site)}${legal(site)}</article>
`;
  const about = doc.summary ?? doc.description;
  return { path: "index.html", title: info.title, content, ...(about !== undefined && { description: plainSummary(about) }) };
}

function servers({ api }: Site): Content {
  return api.servers.length > 0 && html`<section aria-labelledby="servers"><h2 id="servers">Servers</h2>
<ul class="attributes">
${api.servers.map(({ url, description, variables }) => html`<li class="attribute"><p class="attribute-head"><code class="name">${url}</code></p>${markdown(description)}${variables.length > 0 && html`<dl class="notes">${variables.map((variable) => html`<div class="note"><dt><code>${variable.name}</code></dt><dd>${markdownLine(variable.description)} Default <code>${variable.default}</code>${variable.enum !== undefined && html`, permitted ${variable.enum.map((one) => html`<code>${one}</code> `)}`}</dd></div>`)}</dl>`}</li>
`)}</ul></section>
`;
}

function schemes({ api: { components: { securitySchemes } } }: Site): Content {
  return securitySchemes.length > 0 && html`<section aria-labelledby="authorization"><h2 id="authorization">Authorization</h2>
<ul class="attributes">
${securitySchemes.map((scheme) => html`<li class="attribute"><p class="attribute-head"><code class="name">${scheme.name}</code> <span class="type">${schemeWords(scheme)}</span></p>${markdown(scheme.doc.description)}${flowRows(scheme)}</li>
`)}</ul></section>
`;
}

/** All operations where they are few, else the tags with how many they have. */
function contents(site: Site): Content {
  const count = site.groups.reduce((sum, { operations }) => sum + operations.length, 0);
  return site.groups.map((group, index) => html`<section aria-labelledby="group-${index}"><h2 id="group-${index}"><a href="${site.pages.groups.get(group) ?? ""}">${group.title}</a> <span class="type">${group.operations.length}</span></h2>
${group.tag?.doc.description !== undefined && html`<p>${plainSummary(group.tag.doc.description)}</p>`}${count <= 150 && operationList(group, site, "")}</section>
`);
}

function legal({ api: { info: { contact, license, termsOfService } } }: Site): Content {
  const link = (text: string, url: string | undefined) => (url !== undefined && /^(https?|mailto):/i.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : text);
  const parts = [
    ...(contact === undefined ? [] : [html`Contact: ${link(contact.name ?? contact.email ?? contact.url ?? "", contact.url ?? (contact.email && `mailto:${contact.email}`))}`]),
    ...(license === undefined ? [] : [html`License: ${link(license.name ?? license.identifier ?? "", license.url)}`]),
    ...(termsOfService === undefined ? [] : [link("Terms of service", termsOfService)]),
  ];
  return parts.length > 0 && html`<footer class="legal">${parts.map((part) => html`<p>${part}</p>`)}</footer>
`;
}
