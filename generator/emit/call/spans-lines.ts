import type { Printable } from "../../print/printable.ts";
import type { TypeExpression } from "../../print/type-expression.ts";

/** `true` for code that takes more than a line: nobody wants to read it twice. */
export function spansLines(printable: Printable): boolean {
  if (typeof printable === "string") return printable.includes("\n");
  if ("kind" in printable) return typeSpansLines(printable);
  if ("indented" in printable) return true;
  return "from" in printable ? false : printable.some(spansLines);
}

function typeSpansLines(type: TypeExpression): boolean {
  switch (type.kind) {
    case "object":
      return type.members.length > 0 || (type.index !== undefined && typeSpansLines(type.index));
    case "array":
      return typeSpansLines(type.item);
    case "tuple":
      return type.items.some((item) => typeSpansLines(item.type)) || (type.rest !== undefined && typeSpansLines(type.rest));
    case "union":
    case "intersection":
      return type.members.some(typeSpansLines);
    default:
      return false;
  }
}
