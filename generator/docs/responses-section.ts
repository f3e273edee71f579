import type { Header, Operation, Response } from "../model/api.ts";
import { attributeItem } from "./attribute.ts";
import { contentSection, groupsOf } from "./content-section.ts";
import { exampleTabs, examplesOf } from "./examples.ts";
import { type Content, type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";
import type { TreePlace } from "./schema-tree.ts";
import { statusPhrase } from "./status-phrase.ts";

/** The responses of an operation by status, each with its headers, its attributes and its examples; the first success is open. */
export function responsesSection({ responses }: Operation, place: TreePlace): Content {
  if (responses.length === 0) return undefined;
  const open = responses.find(({ status }) => status.startsWith("2")) ?? responses[0];
  return html`<section aria-labelledby="responses"><h2 id="responses">Responses</h2>
${responses.map((response) => responseDetails(response, response === open, place))}</section>
`;
}

function responseDetails(response: Response, isOpen: boolean, place: TreePlace): Html {
  const { status, doc, headers, content, links } = response;
  const names = ["response", status];
  const id = place.anchors(...names);
  const examples = groupsOf(content).flatMap(([mediaType]) => (mediaType === undefined ? [] : examplesOf(mediaType)));
  return html`<details class="response" id="${id}"${isOpen && html` open`}><summary><span class="status s${status.charAt(0)}">${status}</span> ${statusPhrase(status)}</summary>
${markdown(doc.description)}${headersList(headers, { ...place, names: [...names, "header"], holder: id })}${contentSection(content, { ...place, names, holder: id })}${exampleTabs(examples, { label: `Example of ${status}`, anchors: place.anchors })}${links.length > 0 && html`<p class="aside">Leads to: ${links.map(({ name, operationId, operationRef }) => html`<code>${name}</code> (${operationId ?? operationRef ?? ""}) `)}</p>`}</details>
`;
}

function headersList(headers: readonly Header[], place: TreePlace): Content {
  return headers.length > 0 && html`<details class="inside" open><summary>Headers</summary><ul class="attributes">
${headers.map((header) => {
    const schema = header.schema ?? header.content?.schema;
    return attributeItem({ id: place.anchors(...place.names, header.name), name: header.name, schema, isRequired: header.required, doc: header.doc }, place.site.plan);
  })}</ul></details>
`;
}
