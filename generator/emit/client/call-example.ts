import type { Json } from "../../json.ts";
import type { Parameter } from "../../model/api.ts";
import { propertyKey } from "../../print/literal.ts";
import { isObject, member } from "../../json.ts";
import type { Call } from "../call/plan-calls.ts";

/** How an operation is called: the author's own sample for JavaScript (`x-codeSamples`), else what it takes at least. */
export function callExample(call: Call): string {
  return sampleOf(call) ?? `await client.${pathOf(call)}(${argumentsText(call)});`;
}

function sampleOf({ operation: { extensions } }: Call): string | undefined {
  const samples = extensions.find(({ name }) => name.toLowerCase() === "x-codesamples" || name === "x-code-samples")?.value;
  for (const sample of Array.isArray(samples) ? samples : []) {
    if (!isObject(sample)) continue;
    const language = member(sample, "lang");
    const source = member(sample, "source");
    if (typeof language === "string" && /^(java|type)script$/i.test(language) && typeof source === "string") return source;
  }
  return undefined;
}

function pathOf({ name: { namespace, method } }: Call): string {
  return namespace === undefined ? method : `${namespace}.${method}`;
}

function argumentsText({ arguments: args, operation: { requestBody } }: Call): string {
  const required = args.filter(({ parameter }) => parameter.required).map(({ key, parameter }) => `${propertyKey(key)}: ${exampleOf(parameter)}`);
  const all = [...required, ...(requestBody?.required ? ["body"] : [])];
  return all.length === 0 ? "" : `{ ${all.join(", ")} }`;
}

function exampleOf({ schema, examples }: Parameter): string {
  const given = examples.find(({ value }) => value !== undefined)?.value ?? schema?.default ?? schema?.const;
  const value = given === undefined ? schema?.doc?.examples?.[0] ?? schema?.enum?.[0] : given.value;
  return value === undefined ? placeholder(schema?.types?.[0]) : shorten(value);
}

function placeholder(type: string | undefined): string {
  return { integer: "1", number: "1", boolean: "true", array: "[]", object: "{}", null: "null" }[type ?? ""] ?? '"…"';
}

function shorten(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 100 ? text : "…";
}
