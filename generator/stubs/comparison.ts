import type { Group, Member } from "./group.ts";
import type { HandlerNotes } from "./handler-notes.ts";
import type { WantedGroup, WantedHandler } from "./wanted.ts";

/** How the handlers that a document asks for, and those that a person has, differ. */
export type Comparison = {
  additions: Addition[];
  /** Handlers whose operation is gone. */
  removed: Surplus[];
  /** Handlers whose operation goes by another name now. */
  renamed: (Surplus & { to: WantedHandler })[];
  /** Handlers that are marked as removed, and are not. */
  returned: Surplus[];
  /** What is missing for all that can be seen, but may be in a place that cannot be read. */
  untold: { group: Group; at: Group["unknown"][number]; handlers: WantedHandler[] }[];
};

/** Handlers, or a namespace with all of its own, that go into a group. `siblings`: the names there in the document's order. */
export type Addition = { group: Group; siblings: readonly string[] } & ({ kind: "handler"; handler: WantedHandler } | { kind: "namespace"; namespace: WantedGroup });

/** A handler that a person has: `{ member: …, name: "security.clearApiKeyCache", notes: { route: "POST /…" } }`. */
export type Surplus = { member: Member; name: string; notes: HandlerNotes };
