import type { WireRequest, WireResponse } from "./exchange.ts";

/** What the owner of a server can add to a run: a module's exports of these names. */
export type Hooks = {
  /** Before the first request: creates what the tests need, and says where it is, so that requests can be of something that is there. */
  readonly setup?: (context: HookContext) => GivenPaths | void | Promise<GivenPaths | void>;
  /** After the last one, also where the run was cut short. */
  readonly teardown?: (context: HookContext) => unknown;
  /** May give another request in place of this one. Called for every request. */
  readonly before?: (request: WireRequest, context: CallContext) => WireRequest | undefined | Promise<WireRequest | undefined>;
  /** Is told what came back. */
  readonly after?: (exchange: { readonly request: WireRequest; readonly response: WireResponse | undefined }, context: CallContext) => unknown;
  /** Why an operation is not to be tested, which the report shows; nothing where it is. */
  readonly skip?: (operation: { readonly name: string; readonly operationId: string | undefined }) => string | undefined;
};

/**
 * Path parameters of what is there, by template; requests of these paths, and of those below, may change and delete it.
 *
 *     { "/repos/{owner}/{repo}": [{ owner: "me", repo: "sandbox" }] }
 */
export type GivenPaths = { readonly [path: string]: readonly { readonly [name: string]: string | number | boolean }[] };

/** Where the server is. */
export type HookContext = { readonly baseUrl: string };

/** Which operation a request is of: `GET /pets/{id}`, or none. */
export type CallContext = HookContext & { readonly operation: string | undefined };
