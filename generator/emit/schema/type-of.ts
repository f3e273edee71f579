import { findProperty, listedStrings } from "../../model/find-property.ts";
import { holdingSchemas } from "../../model/holding-schemas.ts";
import { isObjectSchema } from "../../model/object-schemas.ts";
import type { JsonType, Schema, SchemaId } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { intersection, isUnknown, keyword, literal, never, type TypeExpression, union, unknown } from "../../print/type-expression.ts";
import { arrayType } from "./array-type.ts";
import { isOfType, literalType } from "./literal-type.ts";
import { objectType, requiredMembers } from "./object-type.ts";
import { declaredPosition, type Position } from "./schema-position.ts";

/** The file that declares the named types. */
export const typesFile = "types.ts";

/** The TypeScript type of the values that a schema accepts: `string | null`, `Pet[]`, `{ id: number }`. */
export function typeOf(schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  if (schema.boolean !== undefined) return schema.boolean ? unknown : never;
  if (schema.not !== undefined && acceptsAll(schema.not)) return never;
  if (standsAlone(schema)) return ownType(schema, plan, position);
  const parts = [...(schema.ref === undefined ? [] : [namedType(schema.ref, plan, position)]), ...combinedTypes(schema, plan, position)];
  const own = ownType(schema, plan, position);
  if (parts.length === 0) return own;
  // `type: object` beside a union of objects says nothing more.
  const redundant = isBareObject(schema) && isObjectSchema({ ...schema, types: undefined }, plan.objects);
  return intersection(redundant ? parts : [...parts, own]);
}

/** Most schemas say all of it themselves. */
function standsAlone({ ref, allOf, anyOf, oneOf }: Schema): boolean {
  return ref === undefined && allOf === undefined && oneOf === undefined && anyOf === undefined;
}

/** `true` and `{}`, and whatever else asks for nothing. */
function acceptsAll({ at: _at, doc: _doc, boolean, ...rest }: Schema): boolean {
  return boolean ?? Object.keys(rest).length === 0;
}

function isBareObject(schema: Schema): boolean {
  const { types, properties, additionalProperties, patternProperties, required } = schema;
  const plain = properties === undefined && additionalProperties === undefined && patternProperties === undefined && required === undefined;
  return plain && types?.length === 1 && types[0] === "object" && schema.enum === undefined && schema.const === undefined;
}

/** The type of a schema with a name: `Pet`, or, where the name cannot stand, what it is a name for. */
function namedType(id: SchemaId, plan: TypePlan, position: Position): TypeExpression {
  const names = plan.names.get(id);
  const schema = plan.schemas.get(id);
  if (names === undefined || schema === undefined) return unknown;
  const owner = position.aliases.at(-1);
  if (owner !== undefined && plan.cycles.joined(owner, id)) {
    if (!position.inUnion) return commonType(id, schema, plan, position);
    if (plan.cycles.joinedByUnions(owner, id)) return expandedType(id, schema, plan, position);
  }
  const name = position.view === "request" ? names.requestName ?? names.name : names.name;
  return { kind: "name", name: { name, from: typesFile } };
}

// `Cat: allOf [Pet, …]` where `Pet: oneOf [Cat, Dog]`: a cat has what all pets have; that it is one of them is known already, and
// which one, the discriminator says.
function commonType(id: SchemaId, schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  if (position.aliases.includes(id) || position.expansion.common.has(id) || position.expansion.left-- <= 0) return unknown;
  position.expansion.common.add(id);
  const common = withoutUnions(schema);
  const type = typeOf(common, plan, { ...position, aliases: [...position.aliases, id] });
  const { discriminator } = schema;
  const values = (discriminator?.mapping ?? []).filter(({ target }) => target === position.aliases[0]).map(({ value }) => value);
  return intersection([type, tagMember(discriminator?.propertyName ?? "", values, common, plan)]);
}

function withoutUnions({ oneOf: _one, anyOf: _any, discriminator: _discriminator, allOf, ...common }: Schema): Schema {
  return allOf === undefined ? common : { ...common, allOf: allOf.map(withoutUnions) };
}

// `A: oneOf [B, string]`, `B: oneOf [A, number]`: both are `string | number`. Nothing new comes from going round again.
function expandedType(id: SchemaId, schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  if (position.aliases.includes(id)) return never;
  if (position.expansion.left-- <= 0) return unknown;
  if (!isPureUnion(schema)) return typeOf(schema, plan, { ...position, aliases: [...position.aliases, id], inUnion: false });
  const { ids, others } = flattenUnion(id, plan, position.aliases);
  if (ids.size > mostUnions) return unknown;
  const inner: Position = { ...position, aliases: [...position.aliases, ...ids], inUnion: true, around: [] };
  return union(others.map((member) => typeOf(member, plan, inner)));
}

// Each of the unions in a cycle is printed as all members of all of them.
const mostUnions = 500;

/** The unions that a union consists of, itself among them, as far as they refer to each other; and all other members of these. */
function flattenUnion(start: SchemaId, plan: TypePlan, aliases: readonly SchemaId[]): { ids: Set<SchemaId>; others: Schema[] } {
  const ids = new Set([start]);
  const others: Schema[] = [];
  for (const id of ids) {
    if (ids.size > mostUnions) break;
    const { oneOf, anyOf } = plan.schemas.get(id) ?? {};
    for (const member of oneOf ?? anyOf ?? []) {
      const target = isReference(member) ? member.ref : undefined;
      const schema = target === undefined ? undefined : plan.schemas.get(target);
      const inCycle = target !== undefined && plan.cycles.joinedByUnions(start, target) && !aliases.includes(target);
      if (inCycle && schema !== undefined && isPureUnion(schema)) ids.add(target);
      else others.push(member);
    }
  }
  return { ids, others };
}

/** `oneOf` or `anyOf`, and nothing that restricts it. */
function isPureUnion({ at: _at, doc: _doc, extensions: _extensions, oneOf, anyOf, ...rest }: Schema): boolean {
  return (oneOf === undefined) !== (anyOf === undefined) && Object.keys(rest).length === 0;
}

/** `$ref` and nothing that counts beside it. */
function isReference({ at: _at, doc: _doc, extensions: _extensions, ref, ...rest }: Schema): boolean {
  return ref !== undefined && Object.keys(rest).length === 0;
}

function combinedTypes(schema: Schema, plan: TypePlan, position: Position): TypeExpression[] {
  const { allOf, anyOf, oneOf } = schema;
  if (allOf === undefined && anyOf === undefined && oneOf === undefined) return [];
  const inner = { ...position, around: [schema, ...position.around] };
  const parts = membersOfAll(allOf ?? [], plan, inner);
  for (const members of [anyOf, oneOf]) {
    if (members !== undefined) parts.push(unionType(schema, members, plan, { ...inner, inUnion: true }));
  }
  return parts;
}

// A view can leave nothing of a member but that it is an object, which another one says already.
function membersOfAll(members: readonly Schema[], plan: TypePlan, position: Position): TypeExpression[] {
  const types = members.map((member) => typeOf(member, plan, position));
  const objects = members.filter((member, index) => !isAnyObject(types[index]) && isObjectSchema(member, plan.objects));
  return objects.length === 0 ? types : types.filter((type) => !isAnyObject(type));
}

function isAnyObject(type: TypeExpression | undefined): boolean {
  return type?.kind === "object" && type.members.length === 0 && type.index !== undefined && isUnknown(type.index);
}

function unionType(schema: Schema, members: readonly Schema[], plan: TypePlan, position: Position): TypeExpression {
  return union(members.map((member) => {
    const type = typeOf(member, plan, position);
    const tag = schema.discriminator === undefined || member.ref === undefined ? unknown : tagType(schema, member, member.ref, plan);
    return intersection([type, tag]);
  }));
}

/** `{ kind: "cat" }`: what a discriminator says about a member that leaves the property open. */
function tagType(schema: Schema, member: Schema, target: SchemaId, plan: TypePlan): TypeExpression {
  const { discriminator } = schema;
  // What follows the default mapping may have any other value, and none.
  if (discriminator === undefined || discriminator.defaultTarget === target) return unknown;
  const values = discriminator.mapping.filter((entry) => entry.target === target).map((entry) => entry.value);
  return tagMember(discriminator.propertyName, values, member, plan);
}

function tagMember(name: string, mapped: readonly string[], schema: Schema, plan: TypePlan): TypeExpression {
  const property = mapped.length === 0 ? undefined : findProperty(plan.schemas, [schema], name);
  const listed = property && listedStrings(plan.schemas, property.schema);
  const values = listed === undefined ? mapped : mapped.filter((value) => listed.includes(value));
  // What the schema lists itself is what it means, also where the mapping has other values.
  if (values.length === 0 || values.length === listed?.length) return unknown;
  const optional = property !== undefined && !isRequired(plan, schema, name);
  return { kind: "object", members: [{ name, optional, type: union(values.map(literal)), doc: "" }], index: undefined };
}

function isRequired(plan: TypePlan, schema: Schema, name: string): boolean {
  for (const { required } of holdingSchemas(schema, plan.schemas)) if (required?.includes(name) === true) return true;
  return false;
}

/** The type of a named schema's own declaration: that of its schema, with what its ancestors' discriminators say of it. */
export function declaredType(id: SchemaId, schema: Schema, plan: TypePlan, view: View): TypeExpression {
  const cyclic = plan.cycles.joinedByUnions(id, id) && isPureUnion(schema);
  const type = cyclic ? expandedType(id, schema, plan, declaredPosition(view, [])) : typeOf(schema, plan, declaredPosition(view, [id]));
  const tags = (plan.tags.get(id) ?? []).map(({ propertyName, values }) => tagMember(propertyName, values, schema, plan));
  return intersection([type, ...tags]);
}

/** What `type`, `enum`, `const` and the keywords of objects and lists say. */
function ownType(schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  const { types } = schema;
  if (schema.const !== undefined) return valuesType([schema.const.value], types);
  if (schema.enum !== undefined) return valuesType(schema.enum, types);
  if (types === undefined) return untyped(schema, plan, position);
  const only = types.length === 1 ? types[0] : undefined;
  return only === undefined ? typeOfKinds(types, schema, plan, position) : typeOfKind(only, schema, plan, position);
}

function typeOfKinds(types: readonly JsonType[], schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  return union(types.map((type) => typeOfKind(type, schema, plan, position)));
}

/**
 * What a schema without `type` says. JSON Schema applies the keywords of objects to objects only and lets all else pass. Those who
 * write `properties` mean an object; the rest is taken at its word, as whoever writes it knows JSON Schema, or says too little.
 */
function untyped(schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  const { properties, additionalProperties, patternProperties, items, prefixItems } = schema;
  if (patternProperties !== undefined) return union([objectType(schema, plan, position, typeOf), anyArray, ...anyScalar]);
  if (properties !== undefined || additionalProperties !== undefined) return objectType(schema, plan, position, typeOf);
  if (items !== undefined || prefixItems !== undefined) return union([arrayType(schema, plan, position, typeOf), anyObject, ...anyScalar]);
  return requiredMembers(schema, plan, position, typeOf);
}

const anyArray: TypeExpression = { kind: "array", item: unknown };
const anyObject: TypeExpression = { kind: "object", members: [], index: unknown };
const anyScalar: readonly TypeExpression[] = [keyword("string"), keyword("number"), keyword("boolean"), keyword("null")];

function valuesType(values: readonly Parameters<typeof literalType>[0][], types: readonly JsonType[] | undefined): TypeExpression {
  const allowed = types === undefined ? values : values.filter((value) => isOfType(value, types));
  return union(allowed.map(literalType));
}

function typeOfKind(type: JsonType, schema: Schema, plan: TypePlan, position: Position): TypeExpression {
  switch (type) {
    case "integer":
    case "number":
      return keyword("number");
    case "object":
      return objectType(schema, plan, position, typeOf);
    case "array":
      return arrayType(schema, plan, position, typeOf);
    case "string":
    case "boolean":
    case "null":
      return keyword(type);
    default:
      return type satisfies never;
  }
}
