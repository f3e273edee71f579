import type { Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { isNever, type TypeExpression, unknown } from "../../print/type-expression.ts";
import { innerPosition, type Position, type TypeOf } from "./schema-position.ts";

/** `Pet[]`, or a tuple: `[string, number?, ...unknown[]]`. What `minItems` reaches is not optional. */
export function arrayType(schema: Schema, plan: TypePlan, position: Position, typeOf: TypeOf): TypeExpression {
  const inside = innerPosition(position);
  const item = schema.items === undefined ? unknown : typeOf(schema.items, plan, inside);
  if (schema.prefixItems === undefined) return isNever(item) ? emptyTuple : { kind: "array", item };
  const { minItems = 0, maxItems = Infinity } = schema;
  const items = schema.prefixItems.slice(0, maxItems).map((member, index) => ({ type: typeOf(member, plan, inside), optional: index >= minItems }));
  const closed = isNever(item) || maxItems <= schema.prefixItems.length;
  // An element that can never be ends the list before it.
  const end = items.findIndex(({ type }) => isNever(type));
  if (end >= 0) return { kind: "tuple", items: items.slice(0, end), rest: undefined };
  return { kind: "tuple", items, rest: closed ? undefined : item };
}

const emptyTuple: TypeExpression = { kind: "tuple", items: [], rest: undefined };
