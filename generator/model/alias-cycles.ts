import type { NamedSchema } from "./api.ts";
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
  const all = components(new Map([...edges].map(([id, list]) => [id, list.map((edge) => edge.to)])));
  const unions = components(new Map([...edges].map(([id, list]) => [id, list.filter((edge) => edge.inUnion).map((edge) => edge.to)])));
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

/** The number of the strongly connected component of every node that is in a cycle (Tarjan 1972, without recursion). */
function components(graph: ReadonlyMap<SchemaId, SchemaId[]>): Map<SchemaId, number> {
  const order = new Map<SchemaId, number>();
  const low = new Map<SchemaId, number>();
  const open: SchemaId[] = [];
  const isOpen = new Set<SchemaId>();
  const result = new Map<SchemaId, number>();
  let count = 0;

  const close = (id: SchemaId): void => {
    const members: SchemaId[] = [];
    for (let member = open.pop(); member !== undefined; member = member === id ? undefined : open.pop()) {
      isOpen.delete(member);
      members.push(member);
    }
    const cyclic = members.length > 1 || (graph.get(id) ?? []).includes(id);
    if (cyclic) for (const member of members) result.set(member, order.get(id) ?? 0);
  };

  for (const start of graph.keys()) {
    if (order.has(start)) continue;
    const work: { id: SchemaId; next: number }[] = [];
    const enter = (id: SchemaId): void => {
      order.set(id, count);
      low.set(id, count++);
      open.push(id);
      isOpen.add(id);
      work.push({ id, next: 0 });
    };
    enter(start);
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const target = graph.get(frame.id)?.[frame.next++];
      if (target === undefined) {
        work.pop();
        const parent = work.at(-1);
        if (parent !== undefined) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(frame.id) ?? 0));
        if (low.get(frame.id) === order.get(frame.id)) close(frame.id);
      } else if (!order.has(target)) {
        if (graph.has(target)) enter(target);
      } else if (isOpen.has(target)) {
        low.set(frame.id, Math.min(low.get(frame.id) ?? 0, order.get(target) ?? 0));
      }
    }
  }
  return result;
}
