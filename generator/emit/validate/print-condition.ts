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
      if (!isLonger(parts, 120)) return separated(parts, ` ${sign} `);
      return [parts[0] ?? "", { indented: parts.slice(1).map((part) => ["\n", sign, " ", part]) }];
    }
    default:
      return condition satisfies never;
  }
}

/** Whether a piece of code is longer than a line may be. */
export function isLonger(printable: Printable, limit: number): boolean {
  return remaining(printable, limit) < 0;
}

/** What is left of a limit behind a piece of code; below 0 as soon as that is so. */
function remaining(printable: Printable, limit: number): number {
  if (typeof printable === "string") return limit - printable.length;
  if (Array.isArray(printable)) {
    let left = limit;
    for (let index = 0; index < printable.length && left >= 0; index++) left = remaining(printable[index], left);
    return left;
  }
  if ("indented" in printable) return remaining(printable.indented, limit);
  return "name" in printable && typeof printable.name === "string" ? limit - printable.name.length : limit;
}

/** How long the code of a condition is, about. */
export function lengthOfCondition(condition: Condition): number {
  switch (condition.kind) {
    case "constant":
      return 5;
    case "test":
      return lengthOf(condition.code);
    case "all":
    case "any":
      return condition.parts.reduce((sum, part) => sum + lengthOfCondition(part) + 4, 0);
    default:
      return condition satisfies never;
  }
}

/** How long a piece of code is; of one that is very long, 1000. */
export function lengthOf(printable: Printable): number {
  return 1000 - Math.max(remaining(printable, 1000), 0);
}
