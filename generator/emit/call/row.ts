import { stringLiteral } from "../../print/literal.ts";
import type { Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { printPart } from "./part-call.ts";
import type { Call } from "./plan-calls.ts";

/** The route of a call and its parts, between commas: on one line, or, where that would be long, on one each. */
export function rowOf({ route, parts }: Call, options: { pure: boolean }): Printable {
  const items = [stringLiteral(route), ...parts.map((part) => (part === "secured" ? part : printPart(part, options)))];
  return lengthOf(items) > 100 ? [{ indented: items.map((item) => ["\n", item, ","]) }, "\n"] : separated(items, ", ");
}

/** How long a piece of code is, about. */
function lengthOf(printable: Printable): number {
  if (typeof printable === "string") return printable.length;
  if (Array.isArray(printable)) return printable.reduce((sum: number, part: Printable) => sum + lengthOf(part), 0);
  return "name" in printable && typeof printable.name === "string" ? printable.name.length : 0;
}
