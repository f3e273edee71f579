import type { Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import { diffLimits } from "./diff-limits.ts";
import { diffObject } from "./diff-object.ts";
import { diffOthers } from "./diff-others.ts";
import { diffUnion } from "./diff-union.ts";
import { diffValues } from "./diff-values.ts";
import { schemaChange } from "./schema-change.ts";
import type { SchemaPlace } from "./schema-place.ts";
import type { Sides } from "./sides.ts";

/** What is different between two schemas, and in what they hold. */
export function diffSchema(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const pair = `${base.at} ${revision.at}`;
  // A schema that holds itself was compared on the way here.
  if (place.seen?.has(pair)) return [];
  const here = { ...place, seen: new Set(place.seen).add(pair) };
  if (place.sides.isAlike(base, revision)) return [];
  const [old, now] = [resolved(base, place.sides.base), resolved(revision, place.sides.revision)];
  if (old !== base || now !== revision) return diffSchema(old, now, here);
  return [
    ...diffValues(old, now, here),
    ...diffLimits(old, now, here),
    ...diffObject(old, now, here, diffSchema),
    ...diffItems(old, now, here),
    ...diffUnion(old, now, here, diffSchema),
    ...diffReferences(old, now, here),
    ...diffOthers(old, now, here),
  ];
}

/** A `$ref` with neighbours: what it refers to counts as well. */
function diffReferences(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const old = base.ref === undefined ? undefined : place.sides.base.get(base.ref);
  const now = revision.ref === undefined ? undefined : place.sides.revision.get(revision.ref);
  if (old !== undefined && now !== undefined) return diffSchema(old, now, place);
  if (old === undefined && now === undefined) return [];
  const [name, message, effect] = now === undefined ? referenceRemoved : referenceAdded;
  return [schemaChange(name, message, { effect, base, revision, place })];
}

const referenceRemoved = ["ref-removed", "need not be what its `$ref` said any more", "widened"] as const;
const referenceAdded = ["ref-added", "must be what its `$ref` says as well", "narrowed"] as const;

/** What a schema refers to, where that is all that it does. */
function resolved(schema: Schema, schemas: Sides["base"]): Schema {
  const { ref, allOf } = schema;
  if (ref !== undefined && isBare(schema)) return schemas.get(ref) ?? schema;
  const [only, ...others] = allOf ?? [];
  return only !== undefined && others.length === 0 && isBare(schema) ? only : schema;
}

/** Beside these, a schema says nothing of its value. */
const silent = new Set(["at", "ref", "allOf", "doc", "extensions", "readOnly", "writeOnly", "default"]);

function isBare(schema: Schema): boolean {
  return Object.keys(schema).every((keyword) => silent.has(keyword)) && (schema.ref === undefined || schema.allOf === undefined);
}

function diffItems(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const at = (step: string): SchemaPlace => ({ ...place, path: `${place.path ?? ""}/${step}` });
  const changes = base.items === undefined || revision.items === undefined ? [] : diffSchema(base.items, revision.items, at("*"));
  const prefixes = [base.prefixItems?.length ?? 0, revision.prefixItems?.length ?? 0] as const;
  const length = prefixes[0] === prefixes[1] ? [] : [lengthChange(prefixes, base, revision, place)];
  const prefix = (base.prefixItems ?? []).flatMap((old, index) => {
    const now = revision.prefixItems?.[index];
    return now === undefined ? [] : diffSchema(old, now, at(String(index)));
  });
  const values = base.additionalProperties === undefined || revision.additionalProperties === undefined ? [] : [[base.additionalProperties, revision.additionalProperties] as const];
  const additional = values.filter(([old, now]) => old.boolean === undefined && now.boolean === undefined).flatMap(([old, now]) => diffSchema(old, now, at("*")));
  return [...changes, ...length, ...prefix, ...additional];
}

/** What stands behind the first items may be anything, or nothing: from the number of them alone it is not known who is refused. */
function lengthChange([old, now]: readonly [number, number], base: Schema, revision: Schema, place: SchemaPlace): Change {
  const name = now > old ? "prefix-items-added" : "prefix-items-removed";
  return { ...schemaChange(name, `describes its first ${now} items one by one, and described ${old}`, { effect: "neither", base, revision, place }), severity: "warning" };
}
