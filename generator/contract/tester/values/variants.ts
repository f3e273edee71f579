import { present } from "../../../model/present.ts";
import type { Discriminator, Property, Schema, SchemaId } from "../../../model/schema.ts";
import { isHidden } from "../../../model/views.ts";
import { mergeSchemas } from "./merge-schemas.ts";

/** The ways to fit a schema. */
export type Variants = (schema: Schema) => readonly Schema[];

/**
 * Gives for a schema the ways to fit it: each is a schema without references, `allOf`, unions or conditions for the value itself, so that
 * values can be made by its keywords. They are close, not exact: what they make has to be judged. There are 40 at most, and what is null
 * comes last.
 */
export function variantsOf(schemas: ReadonlyMap<SchemaId, Schema>): Variants {
  const known = new WeakMap<Schema, readonly Schema[]>();
  const find = (schema: Schema, within: readonly Schema[]): readonly Schema[] => {
    const ready = known.get(schema);
    if (ready !== undefined) return ready;
    // A schema that is itself in its own place says no more than it has said.
    if (within.includes(schema) || within.length > 40) return [{ at: schema.at }];
    const found = expand(schema, schemas, (member) => find(member, [...within, schema]));
    if (within.length === 0) known.set(schema, found);
    return found;
  };
  return (schema) => find(schema, []);
}

const most = 40;

function expand(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>, find: (member: Schema) => readonly Schema[]): readonly Schema[] {
  const { ref, allOf = [], anyOf, oneOf, discriminator } = schema;
  const target = ref === undefined ? undefined : schemas.get(ref);
  const unions = [anyOf, oneOf].filter((union) => union !== undefined);
  let found: readonly Schema[] = [ownKeywords(schema)];
  for (const member of [...(target === undefined ? [] : [target]), ...allOf]) found = combine(found, find(member));
  for (const union of unions) found = combine(found, union.flatMap((member) => tagged(member, find(member), discriminator)));
  for (const choices of [...conditions(schema, find), ...dependencies(schema, find)]) found = combine(found, choices);
  return [...found.filter((variant) => !isNull(variant)), ...found.filter(isNull)].map((variant) => asSent(variant, schemas));
}

function combine(some: readonly Schema[], others: readonly Schema[]): Schema[] {
  const found: Schema[] = [];
  for (const one of some) {
    for (const other of others) {
      const merged = mergeSchemas(one, other);
      if (merged !== undefined && found.length < most) found.push(merged);
    }
  }
  return found;
}

function ownKeywords(schema: Schema): Schema {
  const { ref: _ref, allOf: _all, anyOf: _any, oneOf: _one, not: _not, if: _if, then: _then, else: _else, ...own } = schema;
  const { dependentSchemas: _dependent, discriminator: _discriminator, const: constant, ...plain } = own;
  return present<Schema>({ ...plain, enum: constant === undefined ? plain.enum : [constant.value] });
}

/** The member that a discriminator's value leads to has that value. */
function tagged(member: Schema, variants: readonly Schema[], discriminator: Discriminator | undefined): readonly Schema[] {
  const values = discriminator?.mapping.filter(({ target }) => target === member.ref).map(({ value }) => value) ?? [];
  if (discriminator === undefined || values.length === 0) return variants;
  const name = discriminator.propertyName;
  return combine(variants, [{ at: member.at, types: ["object"], properties: [{ name, schema: { at: member.at, enum: values } }], required: [name] }]);
}

/** With `then`, and with `else`: what does not fulfil the condition is found by judging. */
function conditions(schema: Schema, find: (member: Schema) => readonly Schema[]): (readonly Schema[])[] {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return [];
  const met = combine(find(schema.if), schema.then === undefined ? [{ at: schema.at }] : find(schema.then));
  return [[...(schema.else === undefined ? [{ at: schema.at }] : find(schema.else)), ...met]];
}

/** Without the property, and with it and what it asks for. */
function dependencies({ dependentSchemas = [] }: Schema, find: (member: Schema) => readonly Schema[]): (readonly Schema[])[] {
  return dependentSchemas.map(({ name, schema }: Property) => {
    const without: Schema = { at: schema.at, properties: [{ name, schema: { at: schema.at, boolean: false } }] };
    return [without, ...combine([{ at: schema.at, required: [name] }], find(schema))];
  });
}

function isNull({ types, enum: values }: Schema): boolean {
  return (types?.length === 1 && types[0] === "null") || (values?.length === 1 && values[0] === null);
}

/** Where all is merged, what is not evaluated is what is not listed. What only answers have is none of a request's. */
function asSent(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Schema {
  const { unevaluatedProperties, unevaluatedItems, properties, required, ...rest } = schema;
  const hidden = new Set(properties?.filter((property) => isHidden(property, "request", schemas)).map(({ name }) => name));
  return present<Schema>({
    ...rest,
    properties: properties?.filter(({ name }) => !hidden.has(name)),
    required: required?.filter((name) => !hidden.has(name)),
    additionalProperties: rest.additionalProperties ?? unevaluatedProperties,
    items: rest.items ?? unevaluatedItems,
  });
}
