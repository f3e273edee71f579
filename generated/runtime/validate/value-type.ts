import { isInteger, isNumber } from "./numbers.js";
import { isRecord } from "./record.js";
import type { TypeName } from "./schema-data.js";

/** Whether a value is of one of the types (JSON Schema Validation §6.1.1). */
export function isOfType(type: TypeName | readonly TypeName[], value: unknown): boolean {
  return typeof type === "string" ? isOf(type, value) : type.some((each) => isOf(each, value));
}

/** `must be a string or null`. */
export function typeMessage(type: TypeName | readonly TypeName[]): string {
  const words = (typeof type === "string" ? [type] : type).map((each) => withArticle[each]);
  const [last = "of no type", ...others] = words.reverse();
  return `must be ${others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`}`;
}

function isOf(type: TypeName, value: unknown): boolean {
  switch (type) {
    case "null": return value === null;
    case "boolean": return typeof value === "boolean";
    case "string": return typeof value === "string";
    case "number": return isNumber(value);
    case "integer": return isInteger(value);
    case "array": return Array.isArray(value);
    case "object": return isRecord(value);
    default: return type satisfies never;
  }
}

const withArticle: { readonly [type in TypeName]: string } = {
  null: "null", boolean: "a boolean", string: "a string", number: "a number", integer: "an integer", array: "an array", object: "an object",
};
