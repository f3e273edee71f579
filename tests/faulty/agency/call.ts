import type { Json, JsonObject } from "../../../generator/json.ts";
import type { Asked } from "../warehouse/exchange.ts";
import type { Ledger } from "./ledger.ts";

/** What an operation is given: the request, its own object in the document, what stands in the path, and what is remembered. */
export type Call = { readonly asked: Asked; readonly document: Json; readonly operation: JsonObject; readonly path: readonly string[]; readonly ledger: Ledger };
