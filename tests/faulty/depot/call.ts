import type { Asked } from "../warehouse/exchange.ts";
import type { Rules } from "../warehouse/rules.ts";
import type { Depot } from "./depot.ts";

/** What an operation is given. `path` is what stands in the place of each name of the path, as it came. */
export type Call = { readonly asked: Asked; readonly rules: Rules; readonly depot: Depot; readonly path: readonly string[] };
