import { type AliasCycles, findAliasCycles } from "./alias-cycles.ts";
import type { Api } from "./api.ts";
import { schemaById } from "./lookup.ts";
import { nameTypes, type TypeName } from "./names.ts";
import { findObjectSchemas } from "./object-schemas.ts";
import type { Schema, SchemaId } from "./schema.ts";
import { findSplitSchemas } from "./views.ts";

/** How the named schemas of an Api become named types. Made once, for all targets. */
export type TypePlan = {
  schemas: ReadonlyMap<SchemaId, Schema>;
  names: ReadonlyMap<SchemaId, TypeName>;
  cycles: AliasCycles;
  /** Those of which every value is an object. */
  objects: ReadonlySet<SchemaId>;
  /** What a schema's discriminator property holds, for heirs of a schema that has a discriminator and no union. */
  tags: ReadonlyMap<SchemaId, readonly Tag[]>;
};

/** `{ propertyName: "kind", values: ["cat"] }` */
export type Tag = { propertyName: string; values: string[] };

/** The plan for the named schemas of an Api: `names.get("/components/schemas/Pet")` is `{ name: "Pet" }`. */
export function planTypes(api: Api): TypePlan {
  const schemas = schemaById(api);
  const names = nameTypes(api.schemas, findSplitSchemas(api, schemas));
  return { schemas, names, cycles: findAliasCycles(api.schemas), objects: findObjectSchemas(schemas), tags: inheritedTags(schemas) };
}

/** An heir's value is its own, or that of an heir of its own: those are also values of it. */
function inheritedTags(schemas: ReadonlyMap<SchemaId, Schema>): Map<SchemaId, Tag[]> {
  const tags = new Map<SchemaId, Tag[]>();
  const parents = new Map([...schemas].map(([id, schema]) => [id, (schema.allOf ?? []).flatMap(({ ref }) => (ref === undefined ? [] : [ref]))]));
  for (const [parent, { discriminator, oneOf, anyOf }] of schemas) {
    if (discriminator === undefined || oneOf !== undefined || anyOf !== undefined) continue;
    const { propertyName, mapping } = discriminator;
    const byHeir = new Map<SchemaId, string[]>();
    const heirs = new Set(mapping.map(({ target }) => target));
    heirs.delete(parent);
    for (const { value, target } of mapping) {
      for (const heir of lineage(target, heirs, parents)) byHeir.set(heir, [...(byHeir.get(heir) ?? []), value]);
    }
    for (const [heir, values] of byHeir) tags.set(heir, [...(tags.get(heir) ?? []), { propertyName, values }]);
  }
  return tags;
}

/** The heir and those of its ancestors that are heirs as well; a mere mixin is none. */
function lineage(start: SchemaId, heirs: ReadonlySet<SchemaId>, parents: ReadonlyMap<SchemaId, SchemaId[]>): Set<SchemaId> {
  const found = new Set<SchemaId>(heirs.has(start) ? [start] : []);
  for (const id of found) for (const parent of parents.get(id) ?? []) if (heirs.has(parent)) found.add(parent);
  return found;
}
