import { type Html, html } from "./html.ts";

/** The method of a request, in a colour of its own. */
export function methodBadge(method: string): Html {
  const name = method.toUpperCase();
  const known = /^(GET|POST|PUT|PATCH|DELETE)$/.test(name);
  return html`<span class="method ${known ? name.toLowerCase() : "other"}">${name}</span>`;
}
