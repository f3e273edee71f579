import type { MediaType } from "../model/api.ts";
import { type Content, type Html, html } from "./html.ts";
import { schemaNotes } from "./schema-notes.ts";
import { schemaTree, type TreePlace } from "./schema-tree.ts";
import { typeWords } from "./type-words.ts";

/** The media types of a body, each with what is in it; those that say the same are said together. */
export function contentSection(content: readonly MediaType[], place: TreePlace): Content {
  return groupsOf(content).map((group) => groupSection(group, place));
}

function groupSection(group: readonly MediaType[], place: TreePlace): Html {
  const [mediaType] = group;
  const schema = mediaType?.schema ?? mediaType?.itemSchema;
  const { plan } = place.site;
  return html`<div class="content"><p class="media-types">${group.map(({ name }, index) => html`${index > 0 && " "}<code>${name}</code>`)} <span class="type">${mediaType?.schema === undefined && mediaType?.itemSchema !== undefined && "sequence of "}${typeWords(schema, plan)}</span></p>
${schema && schemaNotes(schema, plan)}${schema && schemaTree(schema, { ...place, budget: { left: mostAttributes } })}</div>
`;
}

/** Who reads a page reads no more: the rest has pages of its own. */
const mostAttributes = 100;

/** The media types by what they hold. A schema that several have is the same if it says the same, wherever it stands. */
export function groupsOf(content: readonly MediaType[]): MediaType[][] {
  const groups = new Map<string, MediaType[]>();
  for (const mediaType of content) {
    const key = JSON.stringify([mediaType.schema, mediaType.itemSchema, mediaType.examples], (name, value: unknown) => (name === "at" ? undefined : value));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mediaType]);
    else group.push(mediaType);
  }
  return [...groups.values()];
}
