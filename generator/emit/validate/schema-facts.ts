import type { Schema, SchemaId } from "../../model/schema.ts";
import { everyKind, type Kinds, kindsOf } from "./kinds.ts";
import { rejectsUndefined } from "./rejects-undefined.ts";

/** What is known of the values of named schemas. Where nothing is, every kind of value may be one, and `undefined` too. */
export type SchemaFacts = {
  schemas: ReadonlyMap<SchemaId, Schema>;
  kinds: ReadonlyMap<SchemaId, Kinds>;
  /** Those whose predicate says no to `undefined`. */
  rejecting: ReadonlySet<SchemaId>;
};

/**
 * The facts of named schemas, found in rounds, in each from what the one before knew: without recursion, as references can be chained by
 * the thousand, or all lead to each other.
 */
export function planFacts(schemas: ReadonlyMap<SchemaId, Schema>): SchemaFacts {
  const kinds = new Map<SchemaId, Kinds>();
  const rejecting = new Set<SchemaId>();
  let order = [...schemas].reverse();
  for (let round = 0; round < mostRounds; round++) {
    let isNews = false;
    for (const [id, schema] of order) {
      const found = kindsOf(schema, kinds);
      if (found.size < (kinds.get(id) ?? everyKind).size) {
        kinds.set(id, found);
        isNews = true;
      }
      if (!rejecting.has(id) && rejectsUndefined(schema, rejecting)) {
        rejecting.add(id);
        isNews = true;
      }
    }
    if (!isNews) break;
    order = order.reverse();
  }
  return { schemas, kinds, rejecting };
}

/** Every round makes the facts better, and none makes them true: they are true from the first. */
const mostRounds = 10;
