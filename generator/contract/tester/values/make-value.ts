import type { Json } from "../../../json.ts";
import type { JsonType, Schema } from "../../../model/schema.ts";
import type { Choose } from "./choices.ts";
import { makeList } from "./make-list.ts";
import { makeNumber } from "./make-number.ts";
import { makeObject } from "./make-object.ts";
import { makeText } from "./make-text.ts";
import type { Making } from "./making.ts";
import { NoValue } from "./no-value.ts";

/** A value for a schema by one of its variants: another one where that has none, or none that ends. Throws a `NoValue`. */
export function makeValue(schema: Schema, making: Making): Json {
  const { choose, variants, depth, budget } = making;
  if (budget.left-- <= 0 || depth > deepest) throw new NoValue();
  const found = variants(schema);
  const first = found[choose(found.length)];
  const others = [...found].filter((variant) => variant !== first).sort((one, other) => sizeOf(one) - sizeOf(other));
  const ordered = depth > shallow ? [...found].sort((one, other) => sizeOf(one) - sizeOf(other)) : [...(first === undefined ? [] : [first]), ...others];
  for (const variant of ordered) {
    try {
      return makeVariant(variant, making);
    } catch (error) {
      if (!(error instanceof NoValue) || budget.left <= 0) throw error;
    }
  }
  throw new NoValue();
}

const deepest = 24;
/** Below this, what is small comes first: a schema that refers to itself must end. */
const shallow = 5;

/** A value for a schema that is a variant: without references and unions. */
export function makeVariant(schema: Schema, making: Making): Json {
  const { choose, depth } = making;
  if (schema.boolean === false) throw new NoValue();
  const said = schema.doc?.examples ?? (schema.default === undefined ? [] : [schema.default.value]);
  if (schema.enum !== undefined) return pick(said.length > 0 && choose(2) === 0 ? within(said, schema.enum) : schema.enum, choose);
  // Deep in a value there may be no room for what is large.
  if (said.length > 0 && depth <= shallow && choose(4) === 0) return pick(said, choose);
  return makeType(schema, pick(typesOf(schema), choose), making);
}

/** The types that a schema allows, or that it speaks of. What says nothing allows everything, a text before all. */
export function typesOf({ types, properties, additionalProperties, required, patternProperties, items, prefixItems, contains, minimum, maximum, multipleOf, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern, format }: Schema): readonly JsonType[] {
  if (types !== undefined) return [...types].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  if ([properties, additionalProperties, required, patternProperties].some(isGiven)) return ["object"];
  if ([items, prefixItems, contains].some(isGiven)) return ["array"];
  if ([minLength, maxLength, pattern].some(isGiven)) return ["string"];
  if ([minimum, maximum, multipleOf, exclusiveMinimum, exclusiveMaximum].some(isGiven)) return ["number"];
  return format === undefined ? ["string", "integer", "boolean", "object", "array"] : ["string"];
}

const order: readonly JsonType[] = ["object", "array", "string", "integer", "number", "boolean", "null"];

function isGiven(keyword: unknown): boolean {
  return keyword !== undefined;
}

function makeType(schema: Schema, type: JsonType, making: Making): Json {
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return making.choose(2) === 0;
    case "integer": case "number":
      return makeNumber(schema, type === "integer", making.choose);
    case "string":
      return makeText(schema, making.choose);
    case "array":
      return makeList(schema, making);
    case "object":
      return makeObject(schema, making);
    default:
      return type satisfies never;
  }
}

function within(some: readonly Json[], all: readonly Json[]): readonly Json[] {
  const texts = new Set(all.map((value) => JSON.stringify(value)));
  const found = some.filter((value) => texts.has(JSON.stringify(value)));
  return found.length > 0 ? found : all;
}

function pick<Item>(items: readonly Item[], choose: Choose): Item {
  const item = items[choose(items.length)];
  if (item === undefined) throw new NoValue();
  return item;
}

/** How much a variant asks for at least. */
function sizeOf(schema: Schema): number {
  const [type] = typesOf(schema);
  if (type === "object") return 3 + (schema.required?.length ?? 0) * 2 + (schema.minProperties ?? 0);
  return type === "array" ? 2 + (schema.minItems ?? 0) * 2 : 1;
}
