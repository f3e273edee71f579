import type { Operation } from "../model/api.ts";
import type { Group } from "./groups.ts";
import { type Html, html } from "./html.ts";
import { methodBadge } from "./method-badge.ts";
import { operationTitle } from "./operation-title.ts";
import type { Site } from "./site.ts";

/** The tags, and the operations of the one that a page belongs to; those of all where they are few. */
export function navigation(site: Site, { root, path, group }: { root: string; path: string; group: Group | undefined }): Html {
  const count = site.groups.reduce((sum, { operations }) => sum + operations.length, 0);
  const current = (target: string) => target === path && html` aria-current="page"`;
  const operationItem = (operation: Operation): Html => {
    const target = site.pages.operations.get(operation) ?? "";
    return html`<li><a href="${root}${target}"${current(target)}>${methodBadge(operation.method)} <span>${operationTitle(operation)}</span></a></li>
`;
  };
  return html`<ul>
<li><a href="${root}index.html"${current("index.html")}>Introduction</a></li>
${site.groups.map((one) => {
    const target = site.pages.groups.get(one) ?? "";
    const isOpen = one === group || count <= fewOperations;
    return html`<li><a class="group" href="${root}${target}"${current(target)}>${one.title}</a>${isOpen && html`<ul>
${one.operations.map(operationItem)}</ul>`}</li>
`;
  })}</ul>
`;
}

const fewOperations = 40;
