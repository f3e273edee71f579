import type { Api } from "../model/api.ts";
import { schemaById } from "../model/lookup.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { type IsAlike, likenessOf } from "./likeness.ts";

/** The schemas of both versions, to follow references in. */
export type Sides = {
  readonly base: ReadonlyMap<SchemaId, Schema>;
  readonly revision: ReadonlyMap<SchemaId, Schema>;
  /** What is as it was, and need not be compared. */
  readonly isAlike: IsAlike;
  /** Whether requests are sent by the API's owner, and responses by its consumers: webhooks, callbacks. */
  readonly isIncoming: boolean;
};

/** The named schemas of two versions. */
export function sidesOf(base: Api, revision: Api): Sides {
  return { base: schemaById(base), revision: schemaById(revision), isAlike: likenessOf(base, revision), isIncoming: false };
}
