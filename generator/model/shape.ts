import type { Scalar, Shape } from "../runtime/server/contract.ts";
import { joinedList } from "./joined-list.ts";
import type { Schema, SchemaId } from "./schema.ts";
import { isFile } from "./without-files.ts";

/**
 * Which kinds of values a schema allows, as far as that decides what a text means: through references, `allOf`, unions, `enum` and
 * `const`. What it says nothing of is a text. A schema that refers to itself is followed once around.
 */
export function shapeOf(schema: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): Shape {
  if (schema === undefined) return text;
  const shape = read(schema, { schemas, within: [], budget: { left: 2000 } }) ?? text;
  return joinedList(schema, schemas) === undefined ? shape : { ...shape, joined: true };
}

const text: Shape = { scalars: ["string"] };

/** `within`: the named schemas around. `budget`: how many schemas may still be read, since references multiply. */
type Reading = { schemas: ReadonlyMap<SchemaId, Schema>; within: readonly SchemaId[]; budget: { left: number } };

/** `undefined`: it says nothing. */
function read(schema: Schema, reading: Reading): Shape | undefined {
  if (reading.budget.left-- <= 0) return undefined;
  const { ref, allOf = [] } = schema;
  const unions = [schema.anyOf, schema.oneOf];
  const parts = [
    ownShape(schema, reading),
    ...(ref === undefined ? [] : [readTarget(ref, reading)]),
    ...allOf.map((member) => read(member, reading)),
    ...unions.map((members) => (members === undefined ? undefined : either(members.map((member) => read(member, reading))))),
  ];
  return parts.reduce(both, undefined);
}

function readTarget(ref: SchemaId, reading: Reading): Shape | undefined {
  const target = reading.schemas.get(ref);
  return target === undefined || reading.within.includes(ref) ? undefined : read(target, { ...reading, within: [...reading.within, ref] });
}

function ownShape(schema: Schema, reading: Reading): Shape | undefined {
  const { types, enum: listed, const: constant, items, prefixItems, properties, additionalProperties, patternProperties } = schema;
  if (schema.ref === undefined && isFile(schema, reading.schemas)) return { ...text, binary: true };
  if (types !== undefined) {
    const scalars = order.filter((scalar) => types.includes(scalar));
    return {
      ...(scalars.length > 0 && { scalars }),
      ...(types.includes("array") && { items: itemsShape(schema, reading) }),
      ...(types.includes("object") && membersShape(schema, reading)),
    };
  }
  const values = constant === undefined ? listed : [constant.value];
  if (values !== undefined) return either(values.map(shapeOfValue));
  if ([properties, additionalProperties, patternProperties].some((keyword) => keyword !== undefined)) return membersShape(schema, reading);
  return items !== undefined || prefixItems !== undefined ? { items: itemsShape(schema, reading) } : undefined;
}

function shapeOfValue(value: unknown): Shape {
  if (Array.isArray(value)) return { items: either(value.map(shapeOfValue)) ?? text };
  if (value === null) return { scalars: ["null"] };
  if (typeof value === "object") return { properties: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOfValue(member)])) };
  if (typeof value === "number") return { scalars: [Number.isInteger(value) ? "integer" : "number"] };
  return { scalars: [typeof value === "boolean" ? "boolean" : "string"] };
}

function itemsShape({ items, prefixItems = [] }: Schema, reading: Reading): Shape {
  const all = [...prefixItems, ...(items === undefined || items.boolean === false ? [] : [items])];
  return either(all.map((item) => read(item, reading))) ?? text;
}

function membersShape({ properties = [], additionalProperties, patternProperties = [] }: Schema, reading: Reading): Shape {
  const open = additionalProperties === undefined || additionalProperties.boolean !== undefined ? [] : [additionalProperties];
  const others = [...patternProperties.map(({ schema }) => schema), ...open];
  const additional = either(others.map((schema) => read(schema, reading)));
  // Object.fromEntries, also where one is called __proto__, makes it a member like any other.
  return {
    properties: Object.fromEntries(properties.map(({ name, schema }) => [name, read(schema, reading) ?? text])),
    ...(additional !== undefined && { additional }),
  };
}

/** What any one of them allows. One that says nothing allows a text beside the rest. */
function either(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  if (shapes.every((shape) => shape === undefined)) return undefined;
  const known = shapes.map((shape) => shape ?? text);
  const scalars = order.filter((scalar) => known.some((shape) => shape.scalars?.includes(scalar)));
  const items = known.flatMap((shape) => shape.items ?? []);
  const objects = known.filter(({ properties }) => properties !== undefined);
  return {
    ...(known.every(({ binary }) => binary) && { binary: true }),
    ...(scalars.length > 0 && { scalars }),
    ...(items.length > 0 && { items: either(items) ?? text }),
    ...(objects.length > 0 && mergeMembers(objects, either)),
  };
}

/** What both allow; where that is nothing, what the first does. */
function both(one: Shape | undefined, other: Shape | undefined): Shape | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const isNamed = (scalar: Scalar): boolean => one.scalars?.includes(scalar) === true || other.scalars?.includes(scalar) === true;
  const scalars = order.filter((scalar) => isNamed(scalar) && allows(one, scalar) && allows(other, scalar));
  const shape: Shape = {
    ...(scalars.length > 0 && { scalars }),
    ...((one.binary ?? other.binary) && { binary: true }),
    ...(one.items !== undefined && other.items !== undefined && { items: both(one.items, other.items) ?? text }),
    ...(one.properties !== undefined && other.properties !== undefined && mergeMembers([one, other], ([first, second]) => both(first, second))),
  };
  return Object.keys(shape).length === 0 ? one : shape;
}

/** An integer is a number. */
function allows({ scalars = [] }: Shape, scalar: Scalar): boolean {
  return scalars.includes(scalar) || (scalar === "integer" && scalars.includes("number"));
}

function mergeMembers(objects: readonly Shape[], merge: (shapes: readonly (Shape | undefined)[]) => Shape | undefined): Shape {
  const names = new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)));
  const properties = [...names].map((name) => [name, merge(objects.flatMap((shape) => ownMember(shape, name) ?? [])) ?? text] as const);
  const additional = merge(objects.flatMap((shape) => shape.additional ?? []));
  return { properties: Object.fromEntries(properties), ...(additional !== undefined && { additional }) };
}

function ownMember({ properties = {} }: Shape, name: string): Shape | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The order in which a text is tried. */
const order: readonly Scalar[] = ["null", "boolean", "integer", "number", "string"];
