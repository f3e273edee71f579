import type { Json } from "../../json.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";

/** A JSON value as an expression of TypeScript. */
export function jsonLiteral(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(", ")}]`;
  const members = Object.entries(value).map(([name, member]) => `${memberKey(name)}: ${jsonLiteral(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** The key of a member of a literal: one called `__proto__` would be the prototype. */
export function memberKey(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : propertyKey(name);
}
