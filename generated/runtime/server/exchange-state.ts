import type { ServerRequest } from "./exchange.js";
import type { RequestTexts } from "./read-parameters.js";

/** One request on its way through the router, and where its parameters stand. */
export type ExchangeState = RequestTexts & { readonly request: ServerRequest };
