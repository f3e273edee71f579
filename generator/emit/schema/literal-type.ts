import type { Json } from "../../json.ts";
import type { JsonType } from "../../model/schema.ts";
import { keyword, literal, type TypeExpression } from "../../print/type-expression.ts";

/** The type of exactly one JSON value: `"a"`, `null`, `[1, 2]`, `{ a: 1 }`. */
export function literalType(value: Json): TypeExpression {
  if (value === null) return keyword("null");
  if (typeof value !== "object") return literal(value);
  if (Array.isArray(value)) {
    return { kind: "tuple", items: value.map((item) => ({ type: literalType(item), optional: false })), rest: undefined };
  }
  const members = Object.entries(value).map(([name, member]) => ({ name, optional: false, type: literalType(member), doc: "" }));
  return { kind: "object", members, index: members.length === 0 ? keyword("never") : undefined };
}

/** `true` where a value is of one of the types (JSON Schema Core 2020-12 §4.2.1: 1.0 is an integer). */
export function isOfType(value: Json, types: readonly JsonType[]): boolean {
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  switch (typeof value) {
    case "number":
      return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
    case "string":
      return types.includes("string");
    case "boolean":
      return types.includes("boolean");
    default:
      return types.includes("object");
  }
}
