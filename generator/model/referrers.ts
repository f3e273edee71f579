import type { SchemaId } from "./schema.ts";

/** Some schemas, and all that refer to them, directly or through others. `refs`: what each schema refers to. */
export function withReferrers(start: Iterable<SchemaId>, refs: ReadonlyMap<SchemaId, Iterable<SchemaId>>): Set<SchemaId> {
  const users = new Map<SchemaId, SchemaId[]>();
  for (const [id, targets] of refs) {
    for (const target of targets) {
      const list = users.get(target);
      if (list === undefined) users.set(target, [id]);
      else list.push(id);
    }
  }
  const found = new Set(start);
  for (const id of found) for (const user of users.get(id) ?? []) found.add(user);
  return found;
}
