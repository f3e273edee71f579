import type { Asked } from "../warehouse/exchange.ts";
import type { Given } from "../warehouse/given.ts";
import type { Rules } from "../warehouse/rules.ts";
import type { Catalogue } from "./catalogue.ts";

/** What an operation is given: the request, readers of its parameters, and what stands in the path, decoded. */
export type Call = { readonly asked: Asked; readonly given: Given; readonly rules: Rules; readonly catalogue: Catalogue; readonly path: readonly string[] };
