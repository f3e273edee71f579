import type { NamedSchema } from "./api.ts";
import { addImplicit } from "./discriminator.ts";
import { schemaById } from "./lookup.ts";
import type { Reader } from "./reader.ts";
import type { Schema, SchemaId } from "./schema.ts";

// Enough for any real document; a hostile one of some megabytes could ask for billions.
const mostHeirs = 1_000_000;

/**
 * Completes the discriminators of schemas that are no union: whatever has such a schema in its `allOf`, itself or through
 * others, can stand in its place, under its own component name (OAS "Discriminator Object", "models with polymorphism").
 */
export function addHeirs(schemas: readonly NamedSchema[], reader: Reader): void {
  const parents = schemas.filter(({ schema }) => schema.discriminator !== undefined && schema.oneOf === undefined && schema.anyOf === undefined);
  if (parents.length === 0) return;
  const children = childrenById(schemas);
  const order = new Map(schemas.map(({ id }, index) => [id, index]));
  let heirsLeft = mostHeirs;
  for (const { id, schema } of parents) {
    if (schema.discriminator === undefined) continue;
    const heirs = heirsOf(id, children, heirsLeft);
    heirsLeft -= heirs.length;
    if (heirsLeft <= 0) return reader.ignored(`${id}/discriminator`, `The discriminators have more than ${mostHeirs} heirs; those from here on are left out.`);
    addImplicit(schema.discriminator, heirs.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)));
  }
}

function childrenById(schemas: readonly NamedSchema[]): Map<SchemaId, SchemaId[]> {
  const byId = schemaById({ schemas });
  const children = new Map<SchemaId, SchemaId[]>();
  for (const { id, schema } of schemas) {
    for (const { ref } of schema.allOf ?? []) {
      const parent = ref === undefined ? undefined : endOfAliases(ref, byId);
      if (parent === undefined) continue;
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [id]);
      else list.push(id);
    }
  }
  return children;
}

/** The schema that a chain of schemas ends at which are a `$ref` and nothing else. */
function endOfAliases(id: SchemaId, byId: ReadonlyMap<SchemaId, Schema>): SchemaId {
  let end = id;
  for (let steps = 0; steps < 100; steps += 1) {
    const schema = byId.get(end);
    if (schema?.ref === undefined || Object.keys(schema).some((key) => key !== "at" && key !== "ref" && key !== "doc")) return end;
    end = schema.ref;
  }
  return id;
}

function heirsOf(id: SchemaId, children: ReadonlyMap<SchemaId, readonly SchemaId[]>, most: number): SchemaId[] {
  const heirs = new Set<SchemaId>([id]);
  for (const heir of heirs) {
    for (const child of children.get(heir) ?? []) heirs.add(child);
    if (heirs.size > most) break;
  }
  heirs.delete(id);
  return [...heirs];
}
