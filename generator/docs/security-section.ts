import type { Json } from "../json.ts";
import type { Operation, SecurityScheme } from "../model/api.ts";
import { type Content, type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";
import type { Site } from "./site.ts";

/** Who may call an operation: its security schemes with their scopes, any one line of which suffices, and what `x-required-authorization` asks for. */
export function securitySection({ security, extensions }: Operation, site: Site): Content {
  const privileges = extensions.find(({ name }) => name === "x-required-authorization")?.value;
  if (security.length === 0 && privileges === undefined) return undefined;
  const schemes = new Map(site.api.components.securitySchemes.map((scheme) => [scheme.name, scheme]));
  return html`<section aria-labelledby="authorization"><h2 id="authorization">Authorization</h2>
${security.length > 1 && html`<p>Any one of these:</p>`}
<ul class="attributes">
${security.map((requirement) => html`<li class="attribute">${requirement.schemes.length === 0 ? html`<p class="attribute-head">None: it may be called without credentials.</p>` : requirement.schemes.map(({ scheme, scopes }) => schemeLine(scheme, scopes, schemes.get(scheme)))}</li>
`)}</ul>
${privileges !== undefined && html`<dl class="notes">${privilegeRows(privileges)}</dl>`}</section>
`;
}

function schemeLine(name: string, scopes: readonly string[], scheme: SecurityScheme | undefined): Html {
  return html`<p class="attribute-head"><code class="name">${name}</code> <span class="type">${scheme === undefined ? "" : schemeWords(scheme)}</span></p>
${scopes.length > 0 && html`<p>Scopes: ${scopes.map((scope) => html`<code>${scope}</code>${scopeWords(scheme, scope)} `)}</p>`}${scheme?.doc.description !== undefined && html`<details class="inside"><summary>About ${name}</summary>${markdown(scheme.doc.description)}</details>`}`;
}

function scopeWords(scheme: SecurityScheme | undefined, scope: string): Content {
  const known = scheme?.kind === "oauth2" ? scheme.flows.flatMap(({ scopes }) => scopes).find(({ name }) => name === scope) : undefined;
  return known !== undefined && known.description !== "" && html` <span class="type">${known.description}</span>`;
}

/** Where a client gets its tokens from, for each flow of OAuth 2. */
export function flowRows(scheme: SecurityScheme): Content {
  if (scheme.kind !== "oauth2") return undefined;
  return html`<dl class="notes">${scheme.flows.map(({ kind, authorizationUrl, deviceAuthorizationUrl, tokenUrl, scopes }) => html`<div class="note"><dt>${kind}</dt><dd>${[authorizationUrl, deviceAuthorizationUrl, tokenUrl].map((url) => url !== undefined && html`<code>${url}</code> `)}${scopes.length > 0 && html`<br>Scopes: ${scopes.map(({ name, description }) => html`<code>${name}</code> <span class="type">${description}</span> `)}`}</dd></div>`)}</dl>`;
}

/** `API key in the header Authorization`. */
export function schemeWords(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return `API key in the ${scheme.in} ${scheme.in === "query" ? `as ${scheme.parameter}` : scheme.parameter}`;
    case "http":
      return `HTTP ${scheme.scheme}${scheme.bearerFormat === undefined ? "" : ` (${scheme.bearerFormat})`}`;
    case "oauth2":
      return `OAuth 2: ${scheme.flows.map(({ kind }) => kind.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()).join(", ")}`;
    case "openIdConnect":
      return `OpenID Connect, ${scheme.url}`;
    case "mutualTLS":
      return "client certificate (mutual TLS)";
    default:
      return scheme satisfies never;
  }
}

/** `{ cluster: ["manage_security"] }` by kind. */
function privilegeRows(value: Json): Html[] {
  const entries = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [["", value] as const];
  return entries.map(([kind, names]) => {
    const list = Array.isArray(names) ? names : [names];
    return html`<div class="note"><dt>${kind === "" ? "Privileges" : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} privileges`}</dt><dd>${list.map((name) => html`<code>${typeof name === "string" ? name : JSON.stringify(name)}</code> `)}</dd></div>`;
  });
}
