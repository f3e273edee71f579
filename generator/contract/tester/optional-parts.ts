import { isObject } from "../../json.ts";
import type { Case, Values } from "./case.ts";

/** The parts of a case's request that the document does not require, by name: `query limit`, `body/tags`. */
export function optionalParts({ operation, values }: Case): string[] {
  if (operation === undefined || values === undefined) return [];
  const required = new Set(operation.parameters.filter((parameter) => parameter.required).map(({ name, in: location }) => `${location} ${name}`));
  const named = (location: string, given: Values) => [...given.keys()].map((name) => `${location} ${name}`);
  const { query, headers, cookies, body } = values;
  const members = body !== undefined && isObject(body.value) ? Object.keys(body.value).map((name) => `body/${name}`) : [];
  return [...named("query", query), ...named("header", headers), ...named("cookie", cookies)].filter((part) => !required.has(part)).concat(members).sort();
}
