import type { NamedSchema } from "./api.ts";
import { findCycles } from "./find-cycles.ts";
import type { Schema, SchemaId } from "./schema.ts";

/**
 * Which named schemas are defined by each other without an object or list in between, as in `A: oneOf [B, string]`, `B: oneOf [A]`.
 * A type alias may not do that, so such a reference cannot be printed as a name.
 */
export type AliasCycles = {
  /** `true` where both are in one cycle of references of any kind. */
  joined(from: SchemaId, to: SchemaId): boolean;
  /** `true` where both are in one cycle made only of members of unions. */
  joinedByUnions(from: SchemaId, to: SchemaId): boolean;
};

/** The cycles among the named schemas of an Api. */
export function findAliasCycles(schemas: readonly NamedSchema[]): AliasCycles {
  const edges = new Map(schemas.map(({ id, schema }) => [id, aliasEdges(schema, false)]));
  const all = findCycles(new Map([...edges].map(([id, list]) => [id, list.map((edge) => edge.to)])));
  const unions = findCycles(new Map([...edges].map(([id, list]) => [id, list.filter((edge) => edge.inUnion).map((edge) => edge.to)])));
  return {
    joined: (from, to) => all.get(from) !== undefined && all.get(from) === all.get(to),
    joinedByUnions: (from, to) => unions.get(from) !== undefined && unions.get(from) === unions.get(to),
  };
}

type Edge = { to: SchemaId; inUnion: boolean };

function aliasEdges(schema: Schema, inUnion: boolean): Edge[] {
  const own = schema.ref === undefined ? [] : [{ to: schema.ref, inUnion }];
  if (schema.allOf === undefined && schema.anyOf === undefined && schema.oneOf === undefined) return own;
  const members = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [
    ...own,
    ...(schema.allOf ?? []).flatMap((member) => aliasEdges(member, inUnion)),
    ...members.flatMap((member) => aliasEdges(member, true)),
  ];
}
