import type { Api, Operation } from "../../model/api.ts";
import { pushChildSchemas } from "../../model/child-schemas.ts";
import { withReferrers } from "../../model/referrers.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";

/** Tells of an operation whether a body of it may hold integers that a number of JavaScript cannot. */
export function isExact(api: Api, plan: TypePlan): (operation: Operation) => boolean {
  const named = api.schemas.map(({ id, schema }) => ({ id, ...factsOf([schema]) }));
  const large = withReferrers(named.filter((one) => one.isLarge).map(({ id }) => id), new Map(named.map(({ id, refs }) => [id, refs])));
  return ({ requestBody, responses }) => {
    const content = [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)];
    const facts = factsOf(content.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((one) => one !== undefined)));
    return facts.isLarge || facts.refs.some((id) => large.has(id) && plan.schemas.has(id));
  };
}

type Facts = { isLarge: boolean; refs: SchemaId[] };

function factsOf(schemas: readonly Schema[]): Facts {
  const facts: Facts = { isLarge: false, refs: [] };
  const work = [...schemas];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    facts.isLarge ||= isLarge(schema);
    if (schema.ref !== undefined) facts.refs.push(schema.ref);
    pushChildSchemas(schema, work);
  }
  return facts;
}

function isLarge({ format, minimum = 0, maximum = 0 }: Schema): boolean {
  return format === "int64" || format === "uint64" || -minimum > Number.MAX_SAFE_INTEGER || maximum > Number.MAX_SAFE_INTEGER;
}
