import type { Edge } from "./edge.ts";

/** The same edges, each value once, and those that are nearest to the top first. */
export function distinctEdges(edges: readonly Edge[]): Edge[] {
  const seen = new Set<string>();
  return edges.toSorted((one, other) => one.depth - other.depth).filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text) !== undefined;
  });
}
