import type { TypeExpression } from "./type-expression.ts";

/**
 * Whether an optional element of a tuple needs a label: `[item?: [A?]]`. In one that has none, TypeScript 5.4 to 7 resolve a list of
 * a name at once, so that `type A = [[A?]?]` "circularly references itself".
 */
export function needsLabel(type: TypeExpression): boolean {
  switch (type.kind) {
    case "array":
    case "tuple":
      return holdsName(type);
    case "union":
    case "intersection":
      return type.members.some(needsLabel);
    default:
      return false;
  }
}

/** The same of what follows the elements: `[...rest: [A][]]`. Where a name stands beside the list, it is a label that makes the circle. */
export function restNeedsLabel(rest: TypeExpression): boolean {
  return needsLabel(rest) && !isOrHasName(rest);
}

function isOrHasName(type: TypeExpression): boolean {
  if (type.kind === "union" || type.kind === "intersection") return type.members.some(isOrHasName);
  return type.kind === "name";
}

// What an object holds is always resolved later.
function holdsName(type: TypeExpression): boolean {
  switch (type.kind) {
    case "array":
      return holdsName(type.item);
    case "tuple":
      return type.items.some((item) => holdsName(item.type)) || (type.rest !== undefined && holdsName(type.rest));
    case "union":
    case "intersection":
      return type.members.some(holdsName);
    default:
      return type.kind === "name";
  }
}
