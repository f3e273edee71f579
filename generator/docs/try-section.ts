import type { Json } from "../json.ts";
import type { Operation, Parameter, SecurityScheme } from "../model/api.ts";
import { defaultUrl } from "../model/default-url.ts";
import { hasPlace } from "../model/placeholders.ts";
import { sentMethod } from "../model/sent-method.ts";
import { valueKindsOf } from "../model/value-kinds.ts";
import { valuePrefix } from "../model/value-prefix.ts";
import { parameterValue } from "../samples/parameter-value.ts";
import { planRequest } from "../samples/plan-request.ts";
import type { SampleBody } from "../samples/sample-request.ts";
import { type Content, type Html, html } from "./html.ts";
import type { Site } from "./site.ts";

/**
 * A form that sends the request: the page's script reads from its attributes how each value is written. It begins with what the samples
 * send. Credentials stay in the page.
 */
export function trySection(operation: Operation, site: Site): Html {
  const { body } = planRequest(operation, site.api, site.plan.schemas);
  const parameters = operation.parameters.filter((parameter) => hasPlace(parameter, operation) && parameter.in !== "cookie");
  const [server = "", ...others] = serversOf(operation, site);
  return html`<details class="try" id="try"><summary>Try it</summary>
<form data-method="${sentMethod(operation.method)}" data-path="${operation.path}">
<label>Server<input name="server" type="url" required value="${server}" list="servers" autocomplete="off"></label>
<datalist id="servers">${others.map((url) => html`<option value="${url}"></option>`)}</datalist>
${credentialFields(operation, site)}${parameters.map((parameter) => parameterField(parameter, site))}${body && bodyField(body)}<button type="submit" class="send">Send ${sentMethod(operation.method)}</button>
</form>
<div class="answer" aria-live="polite"></div>
</details>
`;
}

/** The mock that the pages were made for, then what the document says; the address that a mock has by itself where it says nothing. */
function serversOf({ servers }: Operation, { api, options }: Site): string[] {
  const declared = (servers ?? api.servers).map(defaultUrl);
  const absolute = declared.filter((url) => /^https?:/i.test(url));
  const relative = declared.find((url) => url.startsWith("/")) ?? "";
  const fallback = absolute.length === 0 ? [`http://localhost:4010${relative.replace(/\/$/, "")}`] : [];
  return [...new Set([...(options.server === undefined ? [] : [options.server]), ...absolute, ...fallback])];
}

function credentialFields({ security }: Operation, { api }: Site): Content {
  const names = new Set(security.flatMap(({ schemes }) => schemes.map(({ scheme }) => scheme)));
  const schemes = api.components.securitySchemes.filter(({ name, kind }) => names.has(name) && kind !== "mutualTLS");
  if (schemes.length === 0) return undefined;
  return html`<fieldset><legend>Credentials${security.length > 1 && html` <span class="type">any one</span>`}</legend>
${schemes.map(credentialField)}</fieldset>
`;
}

function credentialField(scheme: SecurityScheme): Html {
  const isBasic = scheme.kind === "http" && /^basic$/i.test(scheme.scheme);
  const place = scheme.kind === "apiKey" ? { in: scheme.in, name: scheme.parameter, prefix: scheme.in === "header" ? valuePrefix(scheme) ?? "" : "" } : { in: "header", name: "Authorization", prefix: `${httpScheme(scheme)} ` };
  return html`<label>${scheme.name}${isBasic && html` <span class="type">user:password</span>`}<input type="password" autocomplete="off" data-credential="${isBasic ? "basic" : "text"}" data-in="${place.in}" data-name="${place.name}" data-prefix="${place.prefix}"></label>
`;
}

function httpScheme(scheme: SecurityScheme): string {
  return scheme.kind === "http" && !/^bearer$/i.test(scheme.scheme) ? scheme.scheme : "Bearer";
}

function parameterField(parameter: Parameter, site: Site): Html {
  const { name, in: location, required, style, explode, allowReserved, content, schema } = parameter;
  const { scalar, list, object } = valueKindsOf(schema, site.plan.schemas);
  const kind = content !== undefined ? "content" : scalar && !list && !object ? "text" : list && !scalar && !object ? "list" : "any";
  const value = required ? textOf(parameterValue(parameter, site.plan.schemas)) : "";
  const listed = schema?.types?.includes("boolean") ? ["true", "false"] : schema?.enum?.map((one) => textOf(one)) ?? [];
  const attributes = html`data-in="${location}" data-name="${name}" data-style="${style}" data-explode="${String(explode)}" data-kind="${kind}"${allowReserved && html` data-reserved`}${required && html` required`}`;
  const input = listed.length > 0
    ? html`<select ${attributes}>${!required && html`<option value=""></option>`}${listed.map((one) => html`<option${required && one === value && html` selected`}>${one}</option>`)}</select>`
    : html`<input ${attributes} value="${value}" autocomplete="off"${kind === "list" && html` placeholder="a,b or JSON"`}>`;
  return html`<label>${name} <span class="type">${location}</span>${input}</label>
`;
}

function bodyField(body: SampleBody): Html {
  const label = html`Body <span class="type">${body.mediaType}</span>`;
  switch (body.kind) {
    case "json":
      return html`<label>${label}<textarea data-body="text" data-type="${body.mediaType}" rows="10" spellcheck="false">${JSON.stringify(body.value, null, 2)}</textarea></label>
`;
    case "text":
      return html`<label>${label}<textarea data-body="text" data-type="${body.mediaType}" rows="6" spellcheck="false">${body.text}</textarea></label>
`;
    case "file":
      return html`<label>${label}<input type="file" data-body="file" data-type="${body.mediaType}"></label>
`;
    case "multipart":
      return html`<fieldset><legend>${label}</legend>${body.parts.map((part) => html`<label>${part.name}${"fileName" in part
        ? html`<input type="file" data-part="${part.name}">`
        : html`<textarea data-part="${part.name}" data-type="${part.contentType ?? ""}" rows="2" spellcheck="false">${textOf(part.value)}</textarea>`}</label>
`)}</fieldset>`;
    default:
      return body satisfies never;
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
