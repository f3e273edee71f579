import type { Printable } from "../../print/printable.ts";

/**
 * An expression of truth as data, so that its contrary can be written plainly: of `typeof name === "string" && atMost(name, 5)` it is
 * `typeof name !== "string" || !atMost(name, 5)`.
 */
export type Condition =
  | { kind: "constant"; value: boolean }
  | { kind: "test"; code: Printable; contrary: Printable }
  | { kind: "all" | "any"; parts: readonly Condition[] };

export const always: Condition = { kind: "constant", value: true };
export const never: Condition = { kind: "constant", value: false };

/** A call, or another expression that `!` can stand before. */
export function call(code: Printable): Condition {
  return { kind: "test", code, contrary: ["!", code] };
}

/** `name === "a"` */
export function same(left: Printable, right: Printable): Condition {
  return { kind: "test", code: [left, " === ", right], contrary: [left, " !== ", right] };
}

/** `name >= 1`. Its contrary is `!(name >= 1)`, or what the caller knows to be the same. */
export function test(code: Printable, contrary: Printable = ["!(", code, ")"]): Condition {
  return { kind: "test", code, contrary };
}

/** True where all of them are. */
export function all(parts: readonly Condition[]): Condition {
  return joined("all", parts);
}

/** True where one of them is. */
export function any(parts: readonly Condition[]): Condition {
  return joined("any", parts);
}

/** True where it is not. */
export function not(condition: Condition): Condition {
  switch (condition.kind) {
    case "constant":
      return condition.value ? never : always;
    case "test":
      return { kind: "test", code: condition.contrary, contrary: condition.code };
    case "all":
    case "any":
      return joined(condition.kind === "all" ? "any" : "all", condition.parts.map(not));
    default:
      return condition satisfies never;
  }
}

/** True where exactly one of them is. */
export function exactlyOne(conditions: readonly Condition[], print: (condition: Condition) => Printable): Condition {
  const sure = conditions.filter((part) => part.kind === "constant" && part.value).length;
  const open = conditions.filter((part) => part.kind !== "constant");
  if (sure > 1) return never;
  if (sure === 1) return not(any(open));
  const [first, second] = open;
  if (first === undefined || open.length === 1) return any(open);
  const operand = (part: Condition): Printable => (part.kind === "test" && !isComparison(part.code) ? part.code : ["(", print(part), ")"]);
  if (second !== undefined && open.length === 2) return test([operand(first), " !== ", operand(second)], [operand(first), " === ", operand(second)]);
  const sum = open.map((part, index) => [index === 0 ? "" : " + ", "Number(", print(part), ")"]);
  return test([sum, " === 1"], [sum, " !== 1"]);
}

/** Whether an operator stands in it. */
function isComparison(code: Printable): boolean {
  if (typeof code === "string") return / (?:[!=]==|[<>]=?) /.test(code);
  return Array.isArray(code) && code.some(isComparison);
}

function joined(kind: "all" | "any", parts: readonly Condition[]): Condition {
  const decided = kind === "any";
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const open: Condition[] = [];
  for (const part of parts) {
    if (part.kind === "constant" && part.value === decided) return part;
    if (part.kind === kind) open.push(...part.parts);
    else if (part.kind !== "constant") open.push(part);
  }
  const [only] = open;
  if (only === undefined) return decided ? never : always;
  return open.length === 1 ? only : { kind, parts: open };
}
