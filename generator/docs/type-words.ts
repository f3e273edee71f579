import type { JsonType, Schema } from "../model/schema.ts";
import type { TypePlan } from "../model/type-plan.ts";

/** What values of a schema are, in words: `string`, `integer (int32) or null`, `array of Error cause`, `map of string`. */
export function typeWords(schema: Schema | undefined, plan: TypePlan, hops = 0): string {
  if (schema === undefined) return "any value";
  if (schema.boolean !== undefined) return schema.boolean ? "any value" : "nothing";
  if (schema.const !== undefined) return schema.const.value === null ? "null" : typeof schema.const.value;
  const own = ownWords(schema, plan, hops);
  if (own !== undefined) return own;
  if (hops > 6) return "any value";
  const target = schema.ref === undefined ? undefined : plan.schemas.get(schema.ref);
  if (target !== undefined && schema.ref !== undefined) return referredWords(schema.ref, target, plan, hops);
  const union = schema.oneOf ?? schema.anyOf;
  if (union !== undefined) return unionWords(union, plan, hops);
  for (const part of schema.allOf ?? []) {
    const words = typeWords(part, plan, hops + 1);
    if (words !== "any value") return words;
  }
  return schema.enum === undefined ? "any value" : [...new Set(schema.enum.map((value) => (value === null ? "null" : typeof value)))].join(" or ");
}

/** An object is known by its name, and so is a union that would take many words; anything else by what it is. */
function referredWords(id: string, target: Schema, plan: TypePlan, hops: number): string {
  const words = typeWords(target, plan, hops + 1);
  const isNamed = words === "object" || words.startsWith("one of ") || words.length > 60;
  return isNamed ? target.doc?.title ?? plan.names.get(id)?.name ?? words : words;
}

function unionWords(members: readonly Schema[], plan: TypePlan, hops: number): string {
  const words = [...new Set(members.map((member) => typeWords(member, plan, hops + 1)))];
  return words.length > 4 ? `one of ${words.length} kinds` : words.join(" or ");
}

function ownWords(schema: Schema, plan: TypePlan, hops: number): string | undefined {
  const { types } = schema;
  if (types === undefined) {
    if (schema.properties !== undefined || schema.additionalProperties !== undefined) return objectWords(schema, plan, hops);
    return schema.items === undefined && schema.prefixItems === undefined ? undefined : listWords(schema, plan, hops);
  }
  // Beside a union or a reference, `type: object` says nothing more than they do.
  if (types.length === 1 && types[0] === "object" && schema.properties === undefined && (schema.ref ?? schema.oneOf ?? schema.anyOf ?? schema.allOf) !== undefined) return undefined;
  return types.map((type) => wordsOfType(type, schema, plan, hops)).join(" or ");
}

function wordsOfType(type: JsonType, schema: Schema, plan: TypePlan, hops: number): string {
  switch (type) {
    case "array":
      return listWords(schema, plan, hops);
    case "object":
      return objectWords(schema, plan, hops);
    case "string": case "integer": case "number":
      return schema.format === undefined ? type : `${type} (${schema.format.slice(0, 40)})`;
    case "boolean": case "null":
      return type;
    default:
      return type satisfies never;
  }
}

function listWords({ items, prefixItems }: Schema, plan: TypePlan, hops: number): string {
  if (prefixItems !== undefined) return "tuple";
  const words = items === undefined || hops > 6 ? "" : typeWords(items, plan, hops + 1);
  return words === "" || words === "any value" ? "array" : `array of ${bracketed(words)}`;
}

function bracketed(words: string): string {
  return words.includes(" or ") ? `(${words})` : words;
}

function objectWords({ properties, additionalProperties, patternProperties }: Schema, plan: TypePlan, hops: number): string {
  const value = additionalProperties?.boolean === undefined ? additionalProperties : undefined;
  if (properties !== undefined || patternProperties !== undefined || value === undefined || hops > 6) return "object";
  const words = typeWords(value, plan, hops + 1);
  return words === "any value" ? "object" : `map of ${bracketed(words)}`;
}
