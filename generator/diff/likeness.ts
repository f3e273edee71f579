import type { Api } from "../model/api.ts";
import { schemaById } from "../model/lookup.ts";
import type { SchemaId } from "../model/schema.ts";

/** Whether something of the base is as it was in the revision, in all that it says and in all that it refers to. */
export type IsAlike = (base: unknown, revision: unknown) => boolean;

/**
 * Tells what need not be compared: most of a large document is as it was. Where a thing stands is not looked at. What is not alike may
 * still have no difference that counts.
 */
export function likenessOf(base: Api, revision: Api): IsAlike {
  const none: ReadonlySet<SchemaId> = new Set();
  const old = schemaById(base);
  const changed = revision.schemas.filter(({ id, schema }) => !areAlike(old.get(id), schema, none)).map(({ id }) => id);
  const now = new Set(revision.schemas.map(({ id }) => id));
  const affected = withReferrers([...changed, ...[...old.keys()].filter((id) => !now.has(id))], revision);
  return (one, other) => areAlike(one, other, affected);
}

/** The schemas, and those that lead to them. */
function withReferrers(ids: readonly SchemaId[], api: Api): Set<SchemaId> {
  const referrers = new Map<SchemaId, SchemaId[]>();
  for (const { id, schema } of api.schemas) {
    for (const target of idsIn(schema)) referrers.set(target, [...(referrers.get(target) ?? []), id]);
  }
  const affected = new Set(ids);
  // The set grows while it is read.
  for (const id of affected) for (const referrer of referrers.get(id) ?? []) affected.add(referrer);
  return affected;
}

/** Members whose texts are ids of schemas. */
const references = new Set(["ref", "target", "defaultTarget"]);

/** Members that hold somebody's data, in which no name means anything. */
const data = new Set(["enum", "const", "default", "value", "examples"]);

function idsIn(schema: object): Set<SchemaId> {
  const ids = new Set<SchemaId>();
  const visit = (value: unknown, isReference: boolean): void => {
    if (typeof value === "string" && isReference) ids.add(value);
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const item of value) visit(item, isReference);
    else for (const [name, member] of Object.entries(value)) if (!data.has(name)) visit(member, references.has(name));
  };
  visit(schema, false);
  return ids;
}

type How = "as model" | "as reference" | "as data";

function areAlike(one: unknown, other: unknown, affected: ReadonlySet<SchemaId>, how: How = "as model"): boolean {
  if (typeof one === "string" && how === "as reference") return one === other && !affected.has(one);
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return Object.is(one, other);
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, index) => areAlike(item, other[index], affected, how));
  }
  const [members, others] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return members.length === others.size && members.every(([name, value]) => {
    if (!others.has(name)) return false;
    if (name === "at" && how === "as model" && typeof value === "string") return true;
    return areAlike(value, others.get(name), affected, how === "as data" || data.has(name) ? "as data" : references.has(name) ? "as reference" : "as model");
  });
}
