import { propertyKey } from "../../print/literal.ts";

/**
 * `{ "x-total": "number" }`: code of an object, whatever a document calls its members. One called `__proto__` is left out, since in a
 * literal it is the prototype.
 */
export function objectLiteral(members: readonly (readonly [name: string, value: string])[]): string {
  const own = members.filter(([name]) => name !== "__proto__");
  // Of a member of this name TypeScript believes that it is Object's, and forgets which literal it is.
  const suffix = own.some(([name]) => name in Object.prototype) ? " as const" : "";
  return `{ ${own.map(([name, value]) => `${propertyKey(name)}: ${value}`).join(", ")} }${suffix}`;
}
