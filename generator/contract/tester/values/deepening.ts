import { distinctEdges } from "./distinct-edges.ts";
import type { Edge } from "./edge.ts";

/** How deep in a value edges are looked for, and how many schemas may still be looked at. */
export type Reach = { readonly depth: number; readonly budget: { left: number } };

/**
 * The edges that are nearest to the top, and then those of one level more, until there are enough, or too much has been looked at: schemas
 * refer to each other so that their parts are without number.
 */
export function deepening(find: (reach: Reach) => readonly Edge[]): Edge[] {
  const found: Edge[] = [];
  const budget = { left: mostSchemas };
  for (let depth = 0; depth <= deepest && budget.left > 0 && found.length < enough; depth++) found.push(...find({ depth, budget }));
  return distinctEdges(found);
}

const deepest = 5;
const enough = 3_000;
const mostSchemas = 800;
