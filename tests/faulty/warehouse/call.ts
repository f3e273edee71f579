import type { Asked } from "./exchange.ts";
import type { Given } from "./given.ts";
import type { Rules } from "./rules.ts";
import type { Store } from "./store.ts";

/** What an operation is given: the request, readers of its parameters, and what stands in the path, decoded. */
export type Call = { readonly asked: Asked; readonly given: Given; readonly rules: Rules; readonly store: Store; readonly path: readonly string[] };
