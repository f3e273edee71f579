import type { Json } from "../../json.ts";
import { equal } from "../../runtime/validate/equal.ts";
import type { JsonType, Schema } from "../schema.ts";
import { listOf } from "./list-of.ts";
import type { Attempt, Making, Place } from "./making.ts";
import { numberOf } from "./number-of.ts";
import { objectOf } from "./object-of.ts";
import { insideOf, partsOf } from "./parts-of.ts";
import { textOf } from "./text-of.ts";

/** One try at a value for some schemas together. It may fit or not. */
export function attemptValue(demand: readonly Schema[], place: Place, attempt: Attempt, making: Making): Json | undefined {
  const { parts, names } = partsOf(demand, place, attempt, making);
  if (parts.some(({ boolean }) => boolean === false)) return undefined;
  const listed = listedValues(parts);
  if (listed !== undefined) return pick(listed, attempt, making);
  const types = typesOf(parts);
  if (types?.length === 0) return undefined;
  const type = types === undefined ? openType(parts, attempt) : pick(types, attempt, making);
  switch (type) {
    case undefined: return place.name;
    case "null": return null;
    case "boolean": return making.isRandom ? attempt.random.below(2) === 0 : attempt.number % 2 === 0;
    case "integer": case "number": return numberOf(parts, type, attempt, making.isRandom);
    case "string": return textOf(parts, place.name, attempt, making.isRandom);
    case "array": return listOf(parts, insideOf(place, names), attempt, making);
    case "object": return objectOf(parts, insideOf(place, names), attempt, making);
    default: return type satisfies never;
  }
}

/** The values that all `const` and `enum` have in common; `undefined` where there are none of these keywords. */
function listedValues(parts: readonly Schema[]): Json[] | undefined {
  const lists = parts.flatMap((part) => [...(part.const === undefined ? [] : [[part.const.value]]), ...(part.enum === undefined ? [] : [part.enum])]);
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.some((other) => equal(other, value))));
}

function pick<Value>(values: readonly Value[], { number, random }: Attempt, { isRandom }: Making): Value | undefined {
  return values[isRandom ? random.below(values.length) : number % values.length];
}

/** The types that all parts allow, null last; `undefined` where none says any. */
function typesOf(parts: readonly Schema[]): readonly JsonType[] | undefined {
  const lists = parts.flatMap(({ types }) => (types === undefined ? [] : [types]));
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  const common = others.reduce<readonly JsonType[]>((types, list) => types.flatMap((type) => narrowed(type, list)), first);
  return [...common.filter((type) => type !== "null"), ...common.filter((type) => type === "null")];
}

function narrowed(type: JsonType, list: readonly JsonType[]): JsonType[] {
  if (list.includes(type) || (type === "integer" && list.includes("number"))) return [type];
  return type === "number" && list.includes("integer") ? ["integer"] : [];
}

/** Where no type is asked for: the one that the keywords are about, a text, then one after the other. */
function openType(parts: readonly Schema[], { number }: Attempt): JsonType | undefined {
  const implied = parts.map(impliedType).find((type) => type !== undefined);
  if (number < 3) return implied;
  return allTypes[(number - 3) % allTypes.length];
}

const allTypes = ["object", "string", "integer", "array", "boolean", "null", "number"] as const;

function impliedType(schema: Schema): JsonType | undefined {
  const { properties, patternProperties, additionalProperties, required, minProperties, propertyNames, unevaluatedProperties } = schema;
  if ((properties ?? patternProperties ?? additionalProperties ?? required ?? minProperties ?? propertyNames ?? unevaluatedProperties) !== undefined) return "object";
  if ((schema.items ?? schema.prefixItems ?? schema.minItems ?? schema.contains) !== undefined) return "array";
  if ((schema.pattern ?? schema.minLength ?? schema.maxLength) !== undefined) return "string";
  return (schema.minimum ?? schema.maximum ?? schema.exclusiveMinimum ?? schema.exclusiveMaximum ?? schema.multipleOf) === undefined ? undefined : "number";
}
