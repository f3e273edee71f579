import type { Operation, Parameter, ParameterLocation } from "../model/api.ts";
import { attributeItem } from "./attribute.ts";
import { type Content, type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { schemaTree, type TreePlace } from "./schema-tree.ts";

/** The parameters of an operation by location, in the order in which a request has them. */
export function parametersSection({ parameters }: Operation, place: TreePlace): Content {
  return titles.map(([location, title]) => {
    const own = parameters.filter((parameter) => parameter.in === location);
    return own.length > 0 && html`<section aria-labelledby="${location}-parameters"><h2 id="${location}-parameters">${title}</h2>
<ul class="attributes">
${own.map((parameter) => parameterItem(parameter, place))}</ul></section>
`;
  });
}

const titles: readonly (readonly [ParameterLocation, string])[] = [
  ["path", "Path parameters"], ["query", "Query parameters"], ["querystring", "Query string"], ["header", "Headers"], ["cookie", "Cookies"],
];

function parameterItem(parameter: Parameter, place: TreePlace): Html {
  const { name, in: location, content, required, doc } = parameter;
  const schema = parameter.schema ?? content?.schema;
  const id = place.anchors("parameter", location, name);
  const tree = schema && schemaTree(schema, { ...place, names: ["parameter", location, name], holder: id, budget: { left: 60 } });
  const inside = html`${examplesOf(parameter)}${tree && html`<details class="inside"><summary>What it can be<span class="hidden">, ${name}</span></summary>
${tree}</details>`}`;
  const remarks = html`${content && html` <span class="type">as ${content.name}</span>`}${styleWords(parameter)}`;
  return attributeItem({ id, name, schema, isRequired: required, doc, remarks, inside }, place.site.plan);
}

function examplesOf({ examples }: Parameter): Content {
  const shown = examples.flatMap(({ value, name, doc }) => (value === undefined ? [] : [{ text: typeof value.value === "string" ? value.value : JSON.stringify(value.value), name, doc }]));
  if (shown.length === 0) return undefined;
  return html`<dl class="notes"><div class="note"><dt>${shown.length === 1 ? "Example" : "Examples"}</dt><dd>${shown.map(({ text, doc }) => html`<code>${text.slice(0, 300)}</code>${doc.summary !== undefined && html` <span class="type">${doc.summary}</span>`}${markdown(doc.description)} `)}</dd></div></dl>`;
}

/** How lists and objects are written, where it is not as everybody expects (OAS "Style Values"). */
function styleWords({ style, explode, in: location }: Parameter): Content {
  const usual = { path: "simple", header: "simple", query: "form", cookie: "form", querystring: style }[location];
  if (style === usual && explode === (style === "form")) return undefined;
  return style === "form" && !explode ? html` <span class="type">separated by commas</span>` : html` <span class="type">style ${style}${explode && style !== "deepObject" && ", exploded"}</span>`;
}
