import { isObject } from "../../json.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import type { Case, Values } from "./case.ts";

/** Gives the parts of a case's request that the document does not require, by name: `query limit`, `body/tags`. */
export function optionalParts(schemas: ReadonlyMap<SchemaId, Schema>): (one: Case) => string[] {
  return ({ operation, values }) => {
    if (operation === undefined || values === undefined) return [];
    const { query, headers, cookies, body } = values;
    const mediaType = operation.requestBody?.content.find(({ name }) => name === body?.mediaType);
    const required = new Set([
      ...operation.parameters.filter((parameter) => parameter.required).map(({ name, in: location }) => `${location} ${name}`),
      ...requiredNames(mediaType?.schema, schemas).map((name) => `body/${name}`),
    ]);
    const named = (location: string, given: Values) => [...given.keys()].map((name) => `${location} ${name}`);
    const members = body !== undefined && isObject(body.value) ? Object.keys(body.value).map((name) => `body/${name}`) : [];
    return [...named("query", query), ...named("header", headers), ...named("cookie", cookies), ...members].filter((part) => !required.has(part)).sort();
  };
}

/** What a schema requires of an object, also by what it refers to and is composed of. */
function requiredNames(schema: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): string[] {
  const parts = new Set(schema === undefined ? [] : [schema]);
  // The set grows while it is walked.
  for (const { ref, allOf = [] } of parts) {
    const target = ref === undefined ? undefined : schemas.get(ref);
    if (target !== undefined) parts.add(target);
    for (const part of allOf) parts.add(part);
  }
  return [...parts].flatMap(({ required = [] }) => required);
}
