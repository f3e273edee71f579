import { tagsOf } from "../emit/schema/doc-of.ts";
import type { Json } from "../json.ts";
import type { Schema } from "../model/schema.ts";
import type { TypePlan } from "../model/type-plan.ts";
import { type Html, html } from "./html.ts";

/** What a schema demands and says of its values, beyond their type: bounds, what is permitted, the default, examples. */
export function schemaNotes(schema: Schema, plan: TypePlan): Html | undefined {
  const chain = plainChain(schema, plan);
  const said = chain.flatMap((one) => tagsOf(one, plan)).filter(({ tag }) => !elsewhere.has(tag) && !/^(allOf|anyOf|oneOf|prefixItems|not)\b/.test(tag));
  const constraints = [...new Set(said.map(({ tag, text }) => `${wordsOf(tag)} ${text}`.trim()))];
  const listed = chain.find((one) => one.enum !== undefined)?.enum ?? chain.flatMap((one) => (one.const === undefined ? [] : [one.const.value]));
  const byDefault = chain.find((one) => one.default !== undefined)?.default;
  const examples = chain.flatMap((one) => one.doc?.examples ?? []);
  const rows = [
    row("Permitted", listed),
    row("Default", byDefault === undefined ? [] : [byDefault.value]),
    constraints.length === 0 ? undefined : html`<div class="note"><dt>Constraints</dt><dd>${constraints.map((text) => html`<span class="constraint">${short(text)}</span> `)}</dd></div>`,
    row(examples.length > 1 ? "Examples" : "Example", examples.slice(0, 3)),
  ].filter((one) => one !== undefined);
  return rows.length === 0 ? undefined : html`<dl class="notes">${rows}</dl>`;
}

/** A schema and what it merely refers to: members of an object are told where they stand. */
function plainChain(schema: Schema, plan: TypePlan): Schema[] {
  const chain = [schema];
  for (const one of chain) {
    const target = one.ref === undefined ? undefined : plan.schemas.get(one.ref);
    for (const next of [...(target === undefined ? [] : [target]), ...(one.allOf ?? [])]) if (chain.length < 8 && !chain.includes(next)) chain.push(next);
  }
  return chain;
}

/** What has a place of its own on the page. */
const elsewhere: ReadonlySet<string> = new Set(["deprecated", "default", "example", "see", "integer", "format", "readonly", "additionalProperties", "patternProperties", "required"]);

/** `min length` for `minLength`, and `items min length` for what a comment has under `items`. */
function wordsOf(tag: string): string {
  return tag.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function row(name: string, values: readonly Json[]): Html | undefined {
  if (values.length === 0) return undefined;
  const shown = values.slice(0, 40);
  const rest = values.length - shown.length;
  return html`<div class="note"><dt>${name}</dt><dd>${shown.map((value) => html`<code>${short(typeof value === "string" && value !== "" ? value : JSON.stringify(value))}</code> `)}${rest > 0 && `and ${rest} more`}</dd></div>`;
}

function short(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}
