import type { Json } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";

/** A value at an edge of what a schema allows: `{ value: 100, title: "100, its maximum" }`. */
export type Edge = {
  readonly value: Json;
  readonly title: string;
  /** How deep in the value it is; what matters less than others counts as deeper. */
  readonly depth: number;
  /** The schema at whose edge it is, and which of its edges, where it has several that are unlike: each has its turn. */
  readonly at?: string;
  /** Standards allow it, and few servers know it. */
  readonly isRare?: true;
  /** Of what is wrong: only by its type, which a text does not show. */
  readonly byType?: true;
};

/** Gives the edges of a part of a value. */
export type FindEdges = (schema: Schema, depth: number) => Edge[];

/** The same edge of a value that holds it: `"a" of 3 characters, as item 0`. */
export function within(edge: Edge, value: Json, place: string): Edge {
  return { ...edge, value, title: `${edge.title}, as ${place}` };
}

/** Those of the first variant as they are; those of others later, for much of them is the same. */
export function later(edges: readonly Edge[], index: number): readonly Edge[] {
  return index === 0 ? edges : edges.map((edge) => ({ ...edge, depth: edge.depth + 1 }));
}
