import type { Api } from "./api.ts";
import { pushChildSchemas } from "./child-schemas.ts";
import { findProperty, listedStrings } from "./find-property.ts";
import { schemaById } from "./lookup.ts";
import type { Discriminator, Schema, SchemaId } from "./schema.ts";
import { schemaRoots } from "./schema-roots.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/**
 * Makes the mappings of unions agree with what their members list themselves: under `Cat`, which lists `kind: cat`, no value could ever be
 * found, and its author means `cat`. A member whose values are those of others as well has none that decide.
 */
export function settleMappings(api: Api): void {
  const schemas = schemaById(api);
  const work = [...schemaRoots(api)];
  const seen = new Set<Schema>();
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    if (schema.discriminator !== undefined && (schema.oneOf !== undefined || schema.anyOf !== undefined)) settle(schema.discriminator, schemas);
    pushChildSchemas(schema, work);
  }
}

function settle(discriminator: Discriminator, schemas: Schemas): void {
  const { propertyName, mapping } = discriminator;
  const targets = [...new Set(mapping.map(({ target }) => target))];
  const listed = new Map(targets.map((target) => [target, valuesOf(target, propertyName, schemas)]));
  const mistaken = new Set(targets.filter((target) => {
    const values = listed.get(target);
    return values !== undefined && !mapping.some((entry) => entry.target === target && values.includes(entry.value));
  }));
  if (mistaken.size === 0) return;
  const kept = mapping.filter(({ target }) => !mistaken.has(target));
  const meant = [...mistaken].flatMap((target) => {
    const isOthers = (value: string): boolean =>
      kept.some((entry) => entry.value === value) || targets.some((other) => other !== target && listed.get(other)?.includes(value) === true);
    return (listed.get(target) ?? []).filter((value) => !isOthers(value)).map((value) => ({ value, target }));
  });
  discriminator.mapping = [...kept, ...meant].sort((one, other) => targets.indexOf(one.target) - targets.indexOf(other.target));
}

function valuesOf(target: SchemaId, property: string, schemas: Schemas): string[] | undefined {
  const schema = schemas.get(target);
  const found = schema && findProperty(schemas, [schema], property);
  return found && listedStrings(schemas, found.schema);
}
