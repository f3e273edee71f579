import { stringLiteral } from "../../print/literal.ts";
import type { Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { printPart } from "./part-call.ts";
import type { Call } from "./plan-calls.ts";

/** The route of a call and its parts, between commas: on one line, or, where that would be long, on one each. */
export function rowOf({ route, parts }: Call, options: { pure: boolean }): Printable {
  const items = [stringLiteral(route), ...parts.map((part) => (part === "secured" ? part : printPart(part, options)))];
  const isLong = JSON.stringify(items).length > 180;
  return isLong ? [{ indented: items.map((item) => ["\n", item, ","]) }, "\n"] : separated(items, ", ");
}
