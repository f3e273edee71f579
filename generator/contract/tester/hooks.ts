import type { WireRequest, WireResponse } from "./exchange.ts";

/** What the owner of a server can add to a run: a module's exports of these names. */
export type Hooks = {
  /** Before the first request: creates what the tests need, for instance. */
  readonly setup?: (context: HookContext) => unknown;
  /** After the last one, also where the run was cut short. */
  readonly teardown?: (context: HookContext) => unknown;
  /** May give another request in place of this one. Called for every request. */
  readonly before?: (request: WireRequest, context: CallContext) => WireRequest | undefined | Promise<WireRequest | undefined>;
  /** Is told what came back. */
  readonly after?: (exchange: { readonly request: WireRequest; readonly response: WireResponse | undefined }, context: CallContext) => unknown;
  /** Why an operation is not to be tested, which the report shows; nothing where it is. */
  readonly skip?: (operation: { readonly name: string; readonly operationId: string | undefined }) => string | undefined;
};

/** Where the server is. */
export type HookContext = { readonly baseUrl: string };

/** Which operation a request is of: `GET /pets/{id}`, or none. */
export type CallContext = HookContext & { readonly operation: string | undefined };
