import type { Edge } from "./edge.ts";

/** The same edges, each value once, and those that are nearest to the top first: so many that a test can look at them. */
export function distinctEdges(edges: readonly Edge[]): Edge[] {
  const seen = new Set<string>();
  return [...edges].sort((one, other) => one.depth - other.depth).slice(0, most).filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text) !== undefined;
  });
}

const most = 2000;
