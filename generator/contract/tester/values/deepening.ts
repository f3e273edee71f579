import type { Schema } from "../../../model/schema.ts";
import { distinctEdges } from "./distinct-edges.ts";
import type { Edge } from "./edge.ts";

/** Whether a schema may be looked at, so deep in a value. */
export type Reach = { readonly takes: (schema: Schema, depth: number) => boolean };

/**
 * The edges that are nearest to the top, and then those of one level more, until there are enough, or too much has been looked at: schemas
 * refer to each other so that their parts are without number. Where there is no room for all places that a schema has, each schema still has its
 * first one, so that none goes without because another is in many.
 */
export function deepening(find: (reach: Reach) => readonly Edge[]): Edge[] {
  let found: Edge[] = [];
  const budget = { first: mostSchemas, again: mostSchemas };
  // Where nothing was too deep, to go deeper finds the same again.
  let isCut = true;
  const cut = () => void (isCut = true);
  for (let depth = 0; isCut && depth <= deepest && budget.again > 0 && found.length < enough; depth++) {
    isCut = false;
    found = distinctEdges([...found, ...find(reachOf(depth, budget, cut))]);
  }
  return found.slice(0, enough);
}

const deepest = 5;
const enough = 2_000;
const mostSchemas = 800;

function reachOf(most: number, budget: { first: number; again: number }, cut: () => void): Reach {
  const seen = new Set<Schema>();
  return {
    takes: (schema, depth) => {
      if (depth > most) return cut(), false;
      if (seen.has(schema)) return budget.again-- > 0;
      seen.add(schema);
      return budget.first-- > 0;
    },
  };
}
