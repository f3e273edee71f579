import type { Example, MediaType } from "../model/api.ts";
import type { Anchors } from "./anchors.ts";
import { codeBlock, tabs } from "./code-block.ts";
import { type Content, html } from "./html.ts";
import { markdown } from "./markdown.ts";

/** The examples of a media type: those it has of its own, else those of its schema. */
export function examplesOf({ examples, schema }: MediaType): Example[] {
  const given = examples.filter(({ value, serialized, externalValue }) => (value ?? serialized ?? externalValue) !== undefined);
  if (given.length > 0) return given;
  return (schema?.doc?.examples ?? []).map((value, index) => ({ at: `${schema?.at ?? ""}/examples/${index}`, name: `${index + 1}`, value: { value }, doc: {} }));
}

/** Examples to choose from; nothing where there are none. */
export function exampleTabs(examples: readonly Example[], { label, anchors }: { label: string; anchors: Anchors }): Content {
  const [only] = examples;
  if (only === undefined) return undefined;
  const panels = examples.map((example) => ({
    title: example.doc.summary ?? (example.name === "" ? "Example" : example.name),
    id: anchors("example", label, example.name),
    content: html`${markdown(example.doc.description)}${exampleText(example, label)}`,
  }));
  return tabs(label, panels);
}

function exampleText({ value, serialized, externalValue, name }: Example, label: string): Content {
  if (serialized !== undefined) return codeBlock(serialized, `${label} ${name}`);
  if (value !== undefined) return codeBlock(typeof value.value === "string" ? value.value : JSON.stringify(value.value, null, 2), `${label} ${name}`.trim());
  return externalValue !== undefined && html`<p>See <code>${externalValue}</code>.</p>`;
}
