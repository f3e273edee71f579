import type { Schema, SchemaId } from "./schema.ts";

/** Which kinds of values a schema accepts, as the styles of parameters tell them apart. */
export type ValueKinds = { scalar: boolean; list: boolean; object: boolean };

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** The kinds of values that a schema accepts; all of them where it does not say. */
export function valueKindsOf(schema: Schema | undefined, schemas: Schemas, answers = new Map<Schema, ValueKinds>()): ValueKinds {
  if (schema === undefined) return anything;
  const known = answers.get(schema);
  if (known !== undefined || answers.size > mostAsked) return known ?? anything;
  // What leads back here says nothing.
  answers.set(schema, anything);
  const deeper = (member: Schema): ValueKinds => valueKindsOf(member, schemas, answers);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const all = [ownKinds(schema), ...(target === undefined ? [] : [target]).map(deeper), ...(schema.allOf ?? []).map(deeper)];
  for (const union of [schema.anyOf, schema.oneOf]) if (union !== undefined) all.push(anyOf(union.map(deeper)));
  const answer = {
    scalar: all.every(({ scalar }) => scalar),
    list: all.every(({ list }) => list),
    object: all.every(({ object }) => object),
  };
  answers.set(schema, answer);
  return answer;
}

const mostAsked = 200;

const anything: ValueKinds = { scalar: true, list: true, object: true };

function anyOf(kinds: readonly ValueKinds[]): ValueKinds {
  return { scalar: kinds.some(({ scalar }) => scalar), list: kinds.some(({ list }) => list), object: kinds.some(({ object }) => object) };
}

function ownKinds({ types, enum: values, const: constant, properties, additionalProperties, items, prefixItems }: Schema): ValueKinds {
  if (types !== undefined) {
    return { scalar: types.some((type) => type !== "array" && type !== "object"), list: types.includes("array"), object: types.includes("object") };
  }
  const listed = constant === undefined ? values : [constant.value];
  if (listed !== undefined) {
    const isScalar = (value: unknown): boolean => typeof value !== "object" || value === null;
    return anyOf(listed.map((value) => ({ scalar: isScalar(value), list: Array.isArray(value), object: !isScalar(value) && !Array.isArray(value) })));
  }
  if (properties !== undefined || additionalProperties !== undefined) return { scalar: false, list: false, object: true };
  return items !== undefined || prefixItems !== undefined ? { scalar: true, list: true, object: false } : anything;
}
