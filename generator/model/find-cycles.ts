import type { SchemaId } from "./schema.ts";

/**
 * Which schemas are in a cycle, by what each refers to: those of one cycle have the same number, and who is in none has none. (The
 * strongly connected components of Tarjan 1972, without recursion.)
 */
export function findCycles(graph: ReadonlyMap<SchemaId, SchemaId[]>): Map<SchemaId, number> {
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
