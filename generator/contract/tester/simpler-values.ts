import type { Json } from "../../json.ts";
import { isObject } from "../../json.ts";
import type { RequestValues, Values } from "./case.ts";

/** Values that say less than these, in steps: without one of the parts, or with a part that is smaller. The largest steps come first. */
export function* simplerValues(values: RequestValues): Generator<RequestValues> {
  const { body, ...rest } = values;
  if (body !== undefined) yield rest;
  for (const location of ["query", "headers", "cookies"] as const) {
    for (const name of values[location].keys()) yield { ...values, [location]: new Map([...values[location]].filter(([each]) => each !== name)) };
  }
  if (body !== undefined) for (const value of simplerJson(body.value)) yield { ...values, body: { ...body, value } };
  for (const location of ["path", "query", "headers", "cookies"] as const) {
    for (const [name, value] of values[location]) for (const simpler of simplerJson(value)) yield { ...values, [location]: withValue(values[location], name, simpler) };
  }
}

function withValue(values: Values, name: string, value: Json): Values {
  return new Map([...values].map(([each, old]) => [each, each === name ? value : old]));
}

function* simplerJson(value: Json): Generator<Json> {
  if (typeof value === "string") yield* simplerTexts(value);
  else if (typeof value === "number") yield* [0, 1, Math.trunc(value / 2)].filter((each) => Math.abs(each) < Math.abs(value));
  else if (Array.isArray(value)) {
    for (const index of value.keys()) yield value.filter((_, each) => each !== index);
    for (const [index, item] of value.entries()) for (const simpler of simplerJson(item)) yield value.map((old, each) => (each === index ? simpler : old));
  } else if (isObject(value)) {
    const entries = Object.entries(value);
    for (const [name] of entries) yield Object.fromEntries(entries.filter(([each]) => each !== name));
    for (const [name, item] of entries) for (const simpler of simplerJson(item)) yield Object.fromEntries(entries.map(([each, old]) => [each, each === name ? simpler : old]));
  }
}

function* simplerTexts(text: string): Generator<string> {
  const characters = [...text];
  if (characters.length > 1) yield characters.slice(0, Math.ceil(characters.length / 2)).join("");
  if (characters.length > 0) yield characters.slice(1).join("");
  if (/^[^a]/.test(text) && characters.length === 1) yield "a";
}
