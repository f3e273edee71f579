import type { Schema } from "../../model/schema.ts";
import { isHidden, type View } from "../../model/views.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import type { SchemaFacts } from "./schema-facts.ts";

type Schemas = SchemaFacts["schemas"];


/** A member of a union, by its place there. */
export type Member = { schema: Schema; index: number };

/** A union whose objects are told apart by a property: `{ property: "kind", objects: [{ values: ["cat"], … }], others: [] }`. */
export type TaggedUnion = { property: string; objects: (Member & { values: readonly string[] })[]; others: Member[] };

/** The property by which an object can only be one of the members: all that are objects require it, each with values of its own. */
export function taggedUnion(members: readonly Schema[], view: View, facts: SchemaFacts): TaggedUnion | undefined {
  if (members.length < 2) return undefined;
  const numbered = members.map((schema, index) => ({ schema, index, kinds: kindsOf(schema, facts.kinds) }));
  const objects = numbered.filter(({ kinds }) => kinds.has("object"));
  if (objects.length < 2 || objects.some(({ kinds }) => kinds.size > 1)) return undefined;
  const tags = objects.map(({ schema }) => tagsOf(schema, view, facts.schemas));
  for (const property of tags[0]?.keys() ?? []) {
    const values = tags.flatMap((each) => each.get(property) ?? []);
    if (tags.some((each) => !each.has(property)) || new Set(values).size < values.length) continue;
    const tagged = objects.map((member, index) => ({ ...member, values: tags[index]?.get(property) ?? [] }));
    return { property, objects: tagged, others: numbered.filter(({ kinds }) => !kinds.has("object")) };
  }
  return undefined;
}

/** Whether an object without the property that a discriminator names can be a member of the union beside it. */
export function mayLackTag({ discriminator, anyOf, oneOf }: Schema, { schemas }: SchemaFacts): boolean {
  if (discriminator === undefined || discriminator.defaultTarget !== undefined) return false;
  const members = [...(anyOf ?? []), ...(oneOf ?? [])];
  return members.some((member) => !allParts(member, schemas).some(({ required }) => required?.includes(discriminator.propertyName) === true));
}

/** Whether no value can be of the kinds of two members. */
export function areExclusive(members: readonly Schema[], { kinds }: SchemaFacts): boolean {
  const taken = new Set<Kind>();
  return members.every((member) => {
    const own = [...kindsOf(member, kinds)];
    const isNew = !own.some((kind) => taken.has(kind));
    for (const kind of own) taken.add(kind);
    return isNew;
  });
}

/** The texts that some properties of an object have to hold, by name. */
function tagsOf(schema: Schema, view: View, schemas: Schemas): Map<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>();
  const parts = allParts(schema, schemas);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  for (const property of parts.flatMap(({ properties = [] }) => properties)) {
    const values = required.has(property.name) && !isHidden(property, view, schemas) ? listedTexts(property.schema, schemas) : undefined;
    if (values !== undefined) tags.set(property.name, [...new Set(values)]);
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

/** A schema and all that holds with it, within reason. */
function allParts(schema: Schema, schemas: Schemas): Schema[] {
  const parts = new Set([schema]);
  for (const part of parts) {
    if (parts.size > 200) break;
    const target = part.ref === undefined ? undefined : schemas.get(part.ref);
    if (target !== undefined) parts.add(target);
    for (const member of part.allOf ?? []) parts.add(member);
  }
  return [...parts];
}
