import type { Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { Condition } from "./condition.ts";

/** A condition as code, on several lines where one would be long. */
export function printCondition(condition: Condition): Printable {
  switch (condition.kind) {
    case "constant":
      return String(condition.value);
    case "test":
      return condition.code;
    case "all":
    case "any": {
      const sign = condition.kind === "all" ? "&&" : "||";
      const parts = condition.parts.map((part) => (part.kind === "all" || part.kind === "any" ? ["(", printCondition(part), ")"] : printCondition(part)));
      if (lengthOf(parts) <= 120) return separated(parts, ` ${sign} `);
      return [parts[0] ?? "", { indented: parts.slice(1).map((part) => ["\n", sign, " ", part]) }];
    }
    default:
      return condition satisfies never;
  }
}

/** How long a piece of code is, about. */
export function lengthOf(printable: Printable): number {
  if (typeof printable === "string") return printable.length;
  if (Array.isArray(printable)) return printable.reduce((sum: number, part: Printable) => sum + lengthOf(part), 0);
  if ("indented" in printable) return lengthOf(printable.indented);
  return "name" in printable && typeof printable.name === "string" ? printable.name.length : 0;
}
