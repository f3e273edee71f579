import type { IncomingMessage, ServerResponse } from "node:http";
import type { JsonObject } from "../../generator/json.ts";
import type { Ledger } from "./agency/ledger.ts";
import type { Depot } from "./depot/depot.ts";
import type { Catalogue } from "./observatory/catalogue.ts";
import type { Answer, Asked } from "./warehouse/exchange.ts";
import type { Store } from "./warehouse/store.ts";

/** What is wrong with a server, as small a change of what is right as can be. */
export type Fault = {
  /** What it reads wrongly. */
  readonly asked?: (asked: Asked) => Asked;
  /** What it answers without looking further. */
  readonly instead?: (asked: Asked) => Answer | undefined;
  /** What it answers wrongly. */
  readonly answer?: (answer: Answer, asked: Asked) => Answer;
  /** Which rules it does not know, or knows otherwise: changes the document that it judges requests by. */
  readonly document?: (document: JsonObject) => void;
  /** What it remembers wrongly. */
  readonly store?: (store: Store) => Store;
  readonly catalogue?: (catalogue: Catalogue) => Catalogue;
  readonly ledger?: (ledger: Ledger) => Ledger;
  readonly depot?: (depot: Depot) => Depot;
  /** What it puts on the wire wrongly: `true` where it did. */
  readonly send?: (answer: Answer, wire: { readonly request: IncomingMessage; readonly response: ServerResponse }) => boolean;
};
