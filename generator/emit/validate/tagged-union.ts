import type { Schema, SchemaId } from "../../model/schema.ts";
import { isHidden, type View } from "../../model/views.ts";
import { areDisjoint, kindsOf } from "./kinds.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** A union whose members are told apart by a property: `{ property: "kind", members: [{ values: ["cat"], schema: {…} }] }`. */
export type TaggedUnion = { property: string; members: { values: readonly string[]; schema: Schema }[] };

/** The property by which a value can only be one of the members, all of them objects that require it, each with values of its own. */
export function taggedUnion(members: readonly Schema[], view: View, schemas: Schemas): TaggedUnion | undefined {
  if (members.length < 2) return undefined;
  const tags = members.map((member) => tagsOf(member, view, schemas));
  for (const property of tags[0]?.keys() ?? []) {
    const union: TaggedUnion = { property, members: [] };
    const taken = new Set<string>();
    for (const [index, schema] of members.entries()) {
      const values = tags[index]?.get(property);
      if (values === undefined || values.some((value) => taken.has(value))) break;
      for (const value of values) taken.add(value);
      union.members.push({ values, schema });
    }
    if (union.members.length === members.length) return union;
  }
  return undefined;
}

/** Whether no value can be of the kinds of two members. */
export function areExclusive(members: readonly Schema[], schemas: Schemas): boolean {
  const kinds = members.map((member) => kindsOf(member, schemas));
  return kinds.every((one, index) => kinds.slice(index + 1).every((other) => areDisjoint(one, other)));
}

/** The texts that some properties of an object have to hold, by name. None where a value need not be an object. */
function tagsOf(schema: Schema, view: View, schemas: Schemas): Map<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>();
  const kinds = kindsOf(schema, schemas);
  if (kinds.size !== 1 || !kinds.has("object")) return tags;
  const parts = allParts(schema, schemas);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  for (const property of parts.flatMap(({ properties = [] }) => properties)) {
    const values = required.has(property.name) && !isHidden(property, view, schemas) ? listedTexts(property.schema, schemas) : undefined;
    if (values !== undefined) tags.set(property.name, values);
  }
  return tags;
}

/** The texts that a schema lists, where it lists nothing else. */
function listedTexts(schema: Schema, schemas: Schemas): string[] | undefined {
  for (const { enum: listed, const: only } of allParts(schema, schemas)) {
    const values = only === undefined ? listed : [only.value];
    const texts = values?.filter((value) => typeof value === "string");
    if (texts !== undefined && texts.length === values?.length) return texts;
  }
  return undefined;
}

/** A schema and all that holds with it. */
function allParts(schema: Schema, schemas: Schemas): Schema[] {
  const parts = new Set([schema]);
  for (const part of parts) {
    const target = part.ref === undefined ? undefined : schemas.get(part.ref);
    if (target !== undefined) parts.add(target);
    for (const member of part.allOf ?? []) parts.add(member);
  }
  return [...parts];
}
