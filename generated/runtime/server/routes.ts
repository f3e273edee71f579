import type { Check, Contract, SchemeContract } from "./contract.js";

/**
 * What a document's paths are to a router: generated code, for the most part.
 *
 *     { match: (path) => …, operations: [{ name: ["pets", "get"], load: async () => (await import("./pets-get.js")).contract }],
 *       schemes: { key: { kind: "apiKey", in: "header", parameter: "X-Key" } }, basePath: "/v1" }
 */
export type Routes = {
  /** Which path item a path is of, static before templated. The path has neither base path nor query, and nothing is decoded. */
  readonly match: (path: string) => Match | undefined;
  readonly operations: readonly OperationEntry[];
  /** Security schemes by name. */
  readonly schemes: { readonly [name: string]: SchemeContract };
  /** What stands before every path: `/v1`, or "". */
  readonly basePath: string;
};

/** A path item: `{ methods: { GET: 0, POST: 1 }, texts: { id: "a%20b" } }`. */
export type Match = {
  /** For each method the index of its operation. */
  readonly methods: { readonly [method: string]: number };
  /** What stands in place of each template expression, as it was sent. */
  readonly texts: { readonly [name: string]: string };
};

/** An operation that is loaded when it is asked for: most servers with a thousand operations see requests of a few. */
export type OperationEntry = {
  /** Where its handler is among the handlers: `["pets", "get"]`. */
  readonly name: readonly string[];
  readonly load: () => Promise<Contract<Check>>;
};
