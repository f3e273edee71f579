import { isObject } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { deepening } from "./deepening.ts";
import { type Edge, type FindEdges, later } from "./edge.ts";
import { memberEdges } from "./edges-of-objects.ts";
import { inFairOrder } from "./fair-order.ts";
import { firstOf } from "./first-of.ts";
import { listEdges } from "./edges-of-lists.ts";
import { scalarEdges } from "./edges-of-scalars.ts";
import type { ValidValues } from "./valid-values.ts";

/**
 * The values at the edges of a schema, those of the value itself before those of its parts: each value of an enum, bounds and lengths,
 * formats, unicode, separators, each branch of a union, with and without every optional, null and empty. All are valid, and none twice.
 */
export function edgesOf(schema: Schema, values: ValidValues): Edge[] {
  const variantEdges = (variant: Schema, number: number, depth: number, find: FindEdges): Edge[] => {
    const plain = values.least(variant);
    const branch = plain === undefined || number === 0 ? [] : [{ value: plain, title: `a value of its alternative ${number}`, depth }];
    const inside = Array.isArray(plain) ? listEdges(variant, plain, find, values, depth) : isObject(plain) ? memberEdges(variant, find, values, depth) : [];
    return [...branch, ...scalarEdges(variant, depth), ...inside];
  };
  const found = deepening((reach) => {
    const find: FindEdges = (part, depth) => {
      if (!reach.takes(part, depth)) return [];
      return values.variants(part).flatMap((variant, index, all) => later(variantEdges(variant, all.length > 1 ? index + 1 : 0, depth, find), index));
    };
    return find(schema, 0);
  });
  const valid = firstOf(found, mostEdges, ({ value }) => values.judge.verdict(schema, value) === "valid");
  return inFairOrder(valid, ({ at = "", isRare }) => (isRare ? `${at} rare` : at));
}

const mostEdges = 600;
