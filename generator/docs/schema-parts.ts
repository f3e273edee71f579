import type { Schema, SchemaId } from "../model/schema.ts";
import type { TypePlan } from "../model/type-plan.ts";
import { isHidden, type View } from "../model/views.ts";

/** A member of an object: one that has a name, those whose names fit a pattern, or all others. `item` is a place of a tuple. */
export type SchemaMember = { name: string; schema: Schema; isRequired: boolean; kind: "property" | "pattern" | "additional" | "item" };

/** What is inside the values of a schema. `refs` are the named schemas that say it. */
export type SchemaParts = { members: SchemaMember[]; alternatives: Schema[]; refs: SchemaId[] };

/** The members of objects, and the alternatives of a union, through references and `allOf`. A list has what its items have. */
export function schemaParts(schema: Schema, plan: TypePlan, view: View): SchemaParts {
  return partsOf(schema, { plan, view, seen: new Set() });
}

type Reading = { plan: TypePlan; view: View; seen: Set<Schema> };

function partsOf(schema: Schema, reading: Reading): SchemaParts {
  const members = new Map<string, SchemaMember>();
  const required = new Set<string>();
  const found: SchemaParts = { members: [], alternatives: [], refs: [] };
  for (const part of conjuncts(schema, reading, found.refs)) {
    for (const name of part.required ?? []) required.add(name);
    for (const member of ownMembers(part, reading)) members.set(`${member.kind} ${member.name}`, member);
    if (part.items !== undefined && part.items.boolean === undefined) add(partsOf(part.items, reading), found, members);
    const union = [...(part.oneOf ?? []), ...(part.anyOf ?? [])].filter(({ types }) => types?.length !== 1 || types[0] !== "null");
    const [only] = union;
    if (union.length === 1 && only !== undefined) add(partsOf(only, reading), found, members);
    else found.alternatives.push(...union);
  }
  const all = [...members.values()].map((member) => (member.kind === "property" && required.has(member.name) ? { ...member, isRequired: true } : member));
  return { ...found, members: all };
}

function add(inner: SchemaParts, found: SchemaParts, members: Map<string, SchemaMember>): void {
  for (const member of inner.members) members.set(`${member.kind} ${member.name}`, member);
  found.alternatives.push(...inner.alternatives);
  found.refs.push(...inner.refs);
}

/** The schemas that a value must all fit, the one that counts last behind the others. Each is read once. */
function conjuncts(schema: Schema, reading: Reading, refs: SchemaId[]): Schema[] {
  if (reading.seen.has(schema) || reading.seen.size > 300) return [];
  reading.seen.add(schema);
  const target = schema.ref === undefined ? undefined : reading.plan.schemas.get(schema.ref);
  if (schema.ref !== undefined && target !== undefined) refs.push(schema.ref);
  return [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])].flatMap((part) => conjuncts(part, reading, refs)).concat([schema]);
}

function ownMembers({ properties = [], patternProperties = [], additionalProperties: others, prefixItems = [] }: Schema, { plan, view }: Reading): SchemaMember[] {
  const member = (kind: SchemaMember["kind"], name: string, schema: Schema): SchemaMember => ({ kind, name, schema, isRequired: false });
  return [
    ...properties.filter((property) => !isHidden(property, view, plan.schemas)).map(({ name, schema }) => member("property", name, schema)),
    ...patternProperties.map(({ name, schema }) => member("pattern", name, schema)),
    ...(others === undefined || others.boolean !== undefined || Object.keys(others).length === 1 ? [] : [member("additional", "*", others)]),
    ...prefixItems.map((schema, index) => member("item", String(index), schema)),
  ];
}
