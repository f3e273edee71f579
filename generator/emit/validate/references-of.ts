import { pushChildSchemas } from "../../model/child-schemas.ts";
import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";

/** The named schemas that a schema refers to: `inPlace` for the same value, `inside` for a part of it. */
export type References = { inPlace: Set<SchemaId>; inside: Set<SchemaId> };

/** What a schema refers to, however deep in it. */
export function referencesOf(schema: Schema): References {
  const references: References = { inPlace: new Set(), inside: new Set() };
  const around = [schema];
  for (let part = around.pop(); part !== undefined; part = around.pop()) {
    for (const id of ownReferences(part)) references.inPlace.add(id);
    around.push(...inPlaceSchemas(part));
    for (const inner of insideSchemas(part)) addAll(inner, references.inside);
  }
  return references;
}

/** The references that a schema makes itself, for the value that it is about. */
function ownReferences(schema: Schema): SchemaId[] {
  const { ref } = schema;
  const { mapping = [], defaultTarget } = decidingDiscriminator(schema) ?? {};
  return [ref, ...mapping.map(({ target }) => target), defaultTarget].filter((id) => id !== undefined);
}

/** The schemas directly in a schema that are about the same value (JSON Schema Core §10.2). */
export function inPlaceSchemas(schema: Schema): Schema[] {
  const { allOf = [], anyOf = [], oneOf = [], dependentSchemas = [] } = schema;
  const single = [schema.not, schema.if, schema.then, schema.else].filter((part) => part !== undefined);
  return [...allOf, ...anyOf, ...oneOf, ...single, ...dependentSchemas.map((entry) => entry.schema)];
}

/** The schemas directly in a schema that are about a part of the value (JSON Schema Core §10.3 and §11). */
export function insideSchemas(schema: Schema): Schema[] {
  const { properties = [], patternProperties = [], prefixItems = [] } = schema;
  const { additionalProperties, unevaluatedProperties, propertyNames, items, unevaluatedItems, contains } = schema;
  const single = [additionalProperties, unevaluatedProperties, propertyNames, items, unevaluatedItems, contains];
  return [...[...properties, ...patternProperties].map((entry) => entry.schema), ...prefixItems, ...single.filter((part) => part !== undefined)];
}

function addAll(root: Schema, ids: Set<SchemaId>): void {
  const work = [root];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    for (const id of ownReferences(schema)) ids.add(id);
    pushChildSchemas(schema, work);
  }
}
