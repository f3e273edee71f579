import type { Schema, SchemaId } from "../../model/schema.ts";
import { acceptsAll } from "./accepts-all.ts";
import { inPlaceSchemas } from "./references-of.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** Which members of an object are evaluated whatever the object is: by name, by pattern, or all of them. */
export type EvaluatedProperties = { names: string[]; patterns: string[]; all: boolean };

/**
 * What `unevaluatedProperties` of a schema leaves out (JSON Schema Core §11.3), where that can be known without the value; `undefined`
 * where it depends on which member of a union, or which condition, the value fits.
 */
export function evaluatedProperties(schema: Schema, schemas: Schemas): EvaluatedProperties | undefined {
  const parts = certainParts({ ...schema, unevaluatedProperties: undefined }, schemas, mentionsProperties);
  return parts && {
    names: [...new Set(parts.flatMap(({ properties = [] }) => properties.map(({ name }) => name)))],
    patterns: [...new Set(parts.flatMap(({ patternProperties = [] }) => patternProperties.map(({ name }) => name)))],
    all: parts.some((part) => part.additionalProperties !== undefined || part.unevaluatedProperties !== undefined),
  };
}

/** How many items of a list are evaluated whatever the list is: what `unevaluatedItems` leaves out; `undefined` where it depends. */
export function evaluatedItems(schema: Schema, schemas: Schemas): number | undefined {
  const parts = certainParts({ ...schema, unevaluatedItems: undefined }, schemas, mentionsItems);
  if (parts === undefined || parts.some((part) => part.contains !== undefined)) return undefined;
  if (parts.some((part) => part.items !== undefined || part.unevaluatedItems !== undefined)) return Infinity;
  return Math.max(0, ...parts.map(({ prefixItems = [] }) => prefixItems.length));
}

/** Whether a schema has `unevaluatedProperties` or `unevaluatedItems` that only the value can tell the meaning of. */
export function dependsOnValue(schema: Schema, schemas: Schemas): boolean {
  const { unevaluatedProperties, unevaluatedItems } = schema;
  if (unevaluatedProperties !== undefined && !acceptsAll(unevaluatedProperties) && evaluatedProperties(schema, schemas) === undefined) return true;
  return unevaluatedItems !== undefined && !acceptsAll(unevaluatedItems) && evaluatedItems(schema, schemas) === undefined;
}

type PartialSchema = { [Key in keyof Schema]?: Schema[Key] | undefined } & { at: string };

/** The schema and all that holds with it for sure; `undefined` where something that is not sure may evaluate something. */
function certainParts(schema: PartialSchema, schemas: Schemas, mentions: (part: Schema) => boolean): Schema[] | undefined {
  const own: Schema = present(schema);
  const parts = new Set([own]);
  for (const part of parts) {
    const target = part.ref === undefined ? undefined : schemas.get(part.ref);
    if (target !== undefined) parts.add(target);
    for (const member of part.allOf ?? []) parts.add(member);
    const unsure = new Set([...inPlaceSchemas({ ...part, allOf: [] }), ...maybeFollowed(part, schemas)]);
    for (const inner of unsure) {
      if (mentions(inner)) return undefined;
      const next = inner.ref === undefined ? undefined : schemas.get(inner.ref);
      if (next !== undefined) unsure.add(next);
      for (const each of [...inPlaceSchemas(inner), ...maybeFollowed(inner, schemas)]) unsure.add(each);
    }
  }
  return [...parts];
}

/** What only the value decides whether it is followed. */
function maybeFollowed({ discriminator }: Schema, schemas: Schemas): Schema[] {
  const ids = (discriminator?.mapping ?? []).map(({ target }) => target);
  return [...ids, ...(discriminator?.defaultTarget === undefined ? [] : [discriminator.defaultTarget])].flatMap((id) => schemas.get(id) ?? []);
}

function present({ unevaluatedProperties, unevaluatedItems, ...schema }: PartialSchema): Schema {
  const copy: Schema = { at: schema.at };
  return Object.assign(copy, schema, unevaluatedProperties && { unevaluatedProperties }, unevaluatedItems && { unevaluatedItems });
}

function mentionsProperties(schema: Schema): boolean {
  return schema.properties !== undefined || schema.patternProperties !== undefined || schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined;
}

function mentionsItems({ prefixItems, items, unevaluatedItems, contains }: Schema): boolean {
  return prefixItems !== undefined || items !== undefined || unevaluatedItems !== undefined || contains !== undefined;
}
