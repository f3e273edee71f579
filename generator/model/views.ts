import type { Api, MediaType, Operation } from "./api.ts";
import { pushChildSchemas } from "./child-schemas.ts";
import { holdingSchemas } from "./holding-schemas.ts";
import { withReferrers } from "./referrers.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";

/**
 * Who sends a value: what the API's owner sends has no `writeOnly` properties, and what it is sent has no `readOnly` ones
 * (OAS 3.0 "Schema Object", JSON Schema Validation 2020-12 §9.4).
 */
export type View = "response" | "request";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** `true` where a value seen this way does not have the property. */
export function isHidden({ schema }: Property, view: View, schemas: Schemas): boolean {
  return hasFlag(schema, view === "request" ? "readOnly" : "writeOnly", schemas);
}

// An annotation of a property may stand beside a $ref, in an allOf, or in the schema that is referred to.
function hasFlag(schema: Schema, flag: "readOnly" | "writeOnly", schemas: Schemas): boolean {
  const { ref, allOf } = schema;
  if (ref === undefined && allOf === undefined) return schema[flag] === true;
  const target = ref === undefined ? undefined : schemas.get(ref);
  // Most of what is referred to stands alone, and this is asked of every property.
  if (allOf === undefined && target?.ref === undefined && target?.allOf === undefined) return schema[flag] === true || target?.[flag] === true;
  for (const part of holdingSchemas(schema, schemas)) if (part[flag] === true) return true;
  return false;
}

/** The named schemas that some request uses and whose two views differ, in them or in what they refer to. */
export function findSplitSchemas(api: Api, schemas: Schemas): Set<SchemaId> {
  if (!api.schemas.some(({ schema }) => mentionsFlag(schema))) return new Set();
  const facts = new Map([...schemas].map(([id, schema]) => [id, factsOf([schema], schemas)]));
  const hiding = [...facts].filter(([, { hides }]) => hides).map(([id]) => id);
  const differing = withReferrers(hiding, new Map([...facts].map(([id, { refs }]) => [id, refs])));
  if (differing.size === 0) return differing;
  const requested = reachable(requestRoots(api), facts, schemas);
  return new Set([...differing].filter((id) => requested.has(id)));
}

/** Whether `readOnly` or `writeOnly` is anywhere in a schema itself; what it refers to is not looked at. */
export function mentionsFlag(root: Schema): boolean {
  const work = [root];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (schema.readOnly === true || schema.writeOnly === true) return true;
    pushChildSchemas(schema, work);
  }
  return false;
}

type Facts = { hides: boolean; refs: Set<SchemaId> };

function factsOf(roots: readonly Schema[], schemas: Schemas): Facts {
  const facts: Facts = { hides: false, refs: new Set() };
  const work = [...roots];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (schema.ref !== undefined) facts.refs.add(schema.ref);
    facts.hides ||= schema.properties !== undefined && schema.properties.some((property) => isHiddenAnywhere(property, schemas));
    pushChildSchemas(schema, work);
  }
  return facts;
}

function isHiddenAnywhere(property: Property, schemas: Schemas): boolean {
  return isHidden(property, "request", schemas) || isHidden(property, "response", schemas);
}

function reachable(roots: Schema[], facts: ReadonlyMap<SchemaId, Facts>, schemas: Schemas): Set<SchemaId> {
  const found = factsOf(roots, schemas).refs;
  for (const id of found) for (const target of facts.get(id)?.refs ?? []) found.add(target);
  return found;
}

function requestRoots(api: Api): Schema[] {
  const { parameters, requestBodies } = api.components;
  const parameterSchemas = [...parameters, ...api.operations.flatMap((operation) => operation.parameters)]
    .flatMap(({ schema, content }) => [...(schema === undefined ? [] : [schema]), ...contentSchemas(content === undefined ? [] : [content])]);
  const bodies = [...requestBodies, ...api.operations.flatMap(({ requestBody }) => (requestBody === undefined ? [] : [requestBody]))];
  const incoming = incomingOperations(api).flatMap(({ responses }) => responses.flatMap(({ content }) => contentSchemas(content)));
  return [...parameterSchemas, ...bodies.flatMap(({ content }) => contentSchemas(content)), ...incoming];
}

/** Operations that the API's owner calls: what it is sent there are the responses. */
function incomingOperations(api: Api): Operation[] {
  const callbacks = [...api.components.callbacks, ...api.operations.flatMap((operation) => operation.callbacks)];
  return [...api.webhooks, ...callbacks.flatMap((callback) => callback.pathItems)].flatMap((item) => item.operations);
}

function contentSchemas(content: readonly MediaType[]): Schema[] {
  return content.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((value) => value !== undefined));
}
