import type { SchemaData, SchemaObject } from "../runtime/validate/schema-data.ts";
import { decidingDiscriminator } from "./deciding-discriminator.ts";
import { hiddenNames, type JudgedView } from "./hidden-names.ts";
import { present } from "./present.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";

/**
 * The schemas of an Api as data that `fits` and `violations` judge values by, as requests or responses have them. A schema is made
 * when it is first asked for, and is the same ever after. Without `dispatch` discriminators do not count, as JSON Schema has it.
 */
export function schemaDataOf(schemas: ReadonlyMap<SchemaId, Schema>, view: JudgedView, { dispatch = true }: { dispatch?: boolean } = {}): (schema: Schema) => SchemaData {
  const made = new WeakMap<Schema, SchemaData>();
  const make = (schema: Schema): SchemaData => {
    const known = made.get(schema);
    if (known !== undefined) return known;
    const data = dataOf(schema, { schemas, view, dispatch, make, hidden: noNames });
    made.set(schema, data);
    return data;
  };
  return make;
}

/** `hidden`: properties that the schemas around this one do not require in the view. */
type Making = { schemas: ReadonlyMap<SchemaId, Schema>; view: JudgedView; dispatch: boolean; make: (schema: Schema) => SchemaData; hidden: ReadonlySet<string> };

const noNames: ReadonlySet<string> = new Set();

function dataOf(schema: Schema, outer: Making): SchemaData {
  if (schema.boolean !== undefined) return schema.boolean;
  const hidden = hiddenNames(schema, outer.view, outer.schemas, outer.hidden);
  return { ...assertionsOf(schema, hidden), ...sameValue(schema, { ...outer, hidden }), ...membersOf(schema, { ...outer, hidden: noNames }) };
}

function assertionsOf(schema: Schema, hidden: ReadonlySet<string>): SchemaObject {
  const { at, types, required, dependentRequired } = schema;
  const { enum: choices, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, format } = schema;
  const { minItems, maxItems, uniqueItems, minContains, maxContains, minProperties, maxProperties } = schema;
  return present({
    at, type: types, enum: choices, ...(schema.const !== undefined && { const: schema.const.value }),
    minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, format,
    minItems, maxItems, uniqueItems, minContains, maxContains, minProperties, maxProperties,
    required: required?.filter((name) => !hidden.has(name)),
    dependentRequired: dependentRequired && Object.fromEntries(dependentRequired.map(({ name, required: names }) => [name, names])),
  });
}

/** What stands inside a schema. Where nothing around it matters, it is what it is anywhere. */
function partOf(schema: Schema, making: Making): SchemaData {
  return making.hidden.size === 0 ? making.make(schema) : dataOf(schema, making);
}

/** Keywords that hold schemas for the same value. */
function sameValue(schema: Schema, making: Making): SchemaObject {
  const { ref } = schema;
  const one = (value: Schema | undefined) => (value === undefined ? undefined : partOf(value, making));
  const list = (values: readonly Schema[] | undefined) => values?.map((value) => partOf(value, making));
  return present({
    $ref: ref === undefined ? undefined : referenceTo(ref, making),
    allOf: list(schema.allOf), anyOf: list(schema.anyOf), oneOf: list(schema.oneOf),
    not: one(schema.not), if: one(schema.if), then: one(schema.then), else: one(schema.else),
    dependentSchemas: schema.dependentSchemas && mapOf(schema.dependentSchemas, making),
    discriminator: discriminatorOf(schema, making),
  });
}

/** Keywords that hold schemas for parts of the value. */
function membersOf(schema: Schema, making: Making): SchemaObject {
  const one = (value: Schema | undefined) => (value === undefined ? undefined : partOf(value, making));
  return present({
    properties: schema.properties && mapOf(schema.properties, making),
    patternProperties: schema.patternProperties && mapOf(schema.patternProperties, making),
    additionalProperties: one(schema.additionalProperties), unevaluatedProperties: one(schema.unevaluatedProperties),
    propertyNames: one(schema.propertyNames),
    prefixItems: schema.prefixItems?.map((value) => partOf(value, making)),
    items: one(schema.items), unevaluatedItems: one(schema.unevaluatedItems), contains: one(schema.contains),
  });
}

function referenceTo(id: SchemaId, { schemas, make }: Making): () => SchemaData {
  const target = schemas.get(id);
  return () => (target === undefined ? true : make(target));
}

// As entries: one may be called `__proto__`.
function mapOf(properties: readonly Property[], making: Making): { [name: string]: SchemaData } {
  return Object.fromEntries(properties.map(({ name, schema }) => [name, partOf(schema, making)]));
}

function discriminatorOf(schema: Schema, making: Making): SchemaObject["discriminator"] {
  const discriminator = decidingDiscriminator(schema);
  if (discriminator === undefined || !making.dispatch) return undefined;
  const { propertyName, mapping, defaultTarget } = discriminator;
  return {
    propertyName,
    mapping: Object.fromEntries(mapping.map(({ value, target }) => [value, referenceTo(target, making)])),
    ...(defaultTarget !== undefined && { fallback: referenceTo(defaultTarget, making) }),
  };
}
