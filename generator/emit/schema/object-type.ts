import { findProperty, listedStrings } from "../../model/find-property.ts";
import { isObjectSchema } from "../../model/object-schemas.ts";
import type { Property, Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { isHidden } from "../../model/views.ts";
import { isUnknown, keyword, never, type ObjectMember, type TypeExpression, union, unknown } from "../../print/type-expression.ts";
import { docOf } from "./doc-of.ts";
import { innerPosition, type Position, type TypeOf } from "./schema-position.ts";

/** `{ id: number; tag?: string; [key: string]: unknown }` */
export function objectType(schema: Schema, plan: TypePlan, position: Position, typeOf: TypeOf): TypeExpression {
  const declared: ObjectMember[] = [];
  const undeclared = new Set(schema.required);
  schema.properties?.forEach((property) => {
    const required = undeclared.delete(property.name);
    if (!isHidden(property, position.view, plan.schemas)) declared.push(memberOf(property, required, plan, position, typeOf));
  });
  const others = [...undeclaredMembers(schema, undeclared, plan, position, typeOf), ...namedMembers(schema, plan, position, typeOf)];
  const members = others.length === 0 ? declared : [...declared, ...others];
  return { kind: "object", members, index: indexType(schema, members, plan, position, typeOf) };
}

/** What `required` alone says: `{ name: string }` where the property is declared around it, in a `$ref` or in an `allOf`. */
export function requiredMembers(schema: Schema, plan: TypePlan, position: Position, typeOf: TypeOf): TypeExpression {
  if (schema.required === undefined) return unknown;
  const isObject = [schema, ...position.around].some((other) => isObjectSchema(other, plan.objects));
  // Of a value that need not be an object, `required` alone says nothing.
  const members = undeclaredMembers(schema, new Set(schema.required), plan, position, typeOf).filter(({ type }) => isObject || !isUnknown(type));
  return members.length === 0 ? unknown : { kind: "object", members, index: undefined };
}

function memberOf({ name, schema }: Property, required: boolean, plan: TypePlan, position: Position, typeOf: TypeOf): ObjectMember {
  const own = typeOf(schema, plan, innerPosition(position));
  const type = !required && inherited.has(name) ? union([own, inheritedType(name)]) : own;
  return { name, optional: !required, type, doc: docOf(schema, plan) };
}

/** What every object has from its prototype: where such a property is absent, reading it gives the function. */
const inherited: ReadonlySet<string> = new Set(
  ["constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"],
);

function inheritedType(name: string): TypeExpression {
  return { kind: "inherited", name };
}

/** Members that are required here and declared elsewhere, or nowhere. */
function undeclaredMembers(schema: Schema, names: ReadonlySet<string>, plan: TypePlan, position: Position, typeOf: TypeOf): ObjectMember[] {
  return [...names].flatMap((name) => {
    const property = findProperty(plan.schemas, [schema, ...position.around], name);
    if (property === undefined) return [{ name, optional: false, type: undeclaredType(schema, plan, position, typeOf), doc: "" }];
    return isHidden(property, position.view, plan.schemas) ? [] : [retoldMember(property, plan, position, typeOf)];
  });
}

// A property can require itself, or another one that requires it: `c: { required: [c], allOf: [C] }` in C. What it is there, its own
// declaration says.
function retoldMember(property: Property, plan: TypePlan, position: Position, typeOf: TypeOf): ObjectMember {
  const { retold } = position;
  if (retold.length >= mostRetold || retold.includes(property.schema)) return { name: property.name, optional: false, type: unknown, doc: "" };
  return memberOf(property, true, plan, { ...position, retold: [...retold, property.schema] }, typeOf);
}

// Deeper, and of many that require each other, every order would be told.
const mostRetold = 2;

function undeclaredType({ additionalProperties, patternProperties }: Schema, plan: TypePlan, position: Position, typeOf: TypeOf): TypeExpression {
  if (additionalProperties === undefined || patternProperties !== undefined) return unknown;
  return typeOf(additionalProperties, plan, innerPosition(position));
}

/** A map whose `propertyNames` are listed has these members and no others: `{ a?: number; b?: number }`. */
function namedMembers(schema: Schema, plan: TypePlan, position: Position, typeOf: TypeOf): ObjectMember[] {
  const names = closedNames(schema, plan);
  if (names === undefined) return [];
  const type = schema.additionalProperties === undefined ? unknown : typeOf(schema.additionalProperties, plan, innerPosition(position));
  const required = new Set(schema.required ?? []);
  return names.filter((name) => !required.has(name)).map((name) => ({ name, optional: true, type, doc: "" }));
}

function closedNames(schema: Schema, plan: TypePlan): string[] | undefined {
  const { propertyNames, properties, patternProperties } = schema;
  if (propertyNames === undefined || properties !== undefined || patternProperties !== undefined) return undefined;
  return listedStrings(plan.schemas, propertyNames);
}

/**
 * The type of members that have no name of their own. TypeScript wants every named member to fit it as well, so it is the union
 * of all: `{ id?: number; [key: string]: string | number | undefined }` is what a value of the schema fits.
 */
function indexType(schema: Schema, members: readonly ObjectMember[], plan: TypePlan, position: Position, typeOf: TypeOf): TypeExpression | undefined {
  const { patternProperties = [], additionalProperties } = schema;
  if (closedNames(schema, plan) !== undefined) return members.length === 0 ? never : undefined;
  if (additionalProperties === undefined) return members.length === 0 ? unknown : undefined;
  const inside = innerPosition(position);
  const others = [additionalProperties, ...patternProperties.map((entry) => entry.schema)].map((entry) => typeOf(entry, plan, inside));
  const other = union(others);
  if (other.kind === "keyword" && other.keyword === "never") return members.length === 0 ? never : undefined;
  const named = members.map(({ type, optional }) => (optional ? union([type, keyword("undefined")]) : type));
  return union([other, ...named]);
}
