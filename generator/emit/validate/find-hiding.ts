import { pushChildSchemas } from "../../model/child-schemas.ts";
import { withReferrers } from "../../model/referrers.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";

/** Says of a schema whether a view may hide some property of it. Quick, where few schemas of a document say `readOnly` or `writeOnly`. */
export type MayHide = (schema: Schema) => boolean;

/** Who can hide a property: schemas that say so somewhere, and those that refer to them. */
export function findHiding(schemas: ReadonlyMap<SchemaId, Schema>): MayHide {
  const saying: SchemaId[] = [];
  const references = new Map<SchemaId, Set<SchemaId>>();
  for (const [id, schema] of schemas) {
    const { isSaid, refs } = look(schema);
    if (isSaid) saying.push(id);
    references.set(id, refs);
  }
  const hiding = withReferrers(saying, references);
  return (schema) => mayHide(schema, hiding);
}

function look(root: Schema): { isSaid: boolean; refs: Set<SchemaId> } {
  const refs = new Set<SchemaId>();
  let isSaid = false;
  const work = [root];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    isSaid ||= schema.readOnly === true || schema.writeOnly === true;
    if (schema.ref !== undefined) refs.add(schema.ref);
    pushChildSchemas(schema, work);
  }
  return { isSaid, refs };
}

function mayHide(schema: Schema, hiding: ReadonlySet<SchemaId>): boolean {
  if (schema.ref !== undefined && hiding.has(schema.ref)) return true;
  if (schema.properties?.some((property) => says(property.schema, hiding)) === true) return true;
  return schema.allOf?.some((part) => mayHide(part, hiding)) === true;
}

function says({ readOnly, writeOnly, ref, allOf }: Schema, hiding: ReadonlySet<SchemaId>): boolean {
  if (readOnly === true || writeOnly === true) return true;
  return (ref !== undefined && hiding.has(ref)) || allOf?.some((part) => says(part, hiding)) === true;
}
