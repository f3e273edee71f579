/**
 * A request exactly as it goes over the wire, so that it can be sent again, byte for byte.
 *
 *     { method: "GET", target: "/pets?limit=2", headers: [["accept", "application/json"]] }
 */
export type WireRequest = {
  readonly method: string;
  /** Path and query, as they stand in the request line. */
  readonly target: string;
  /** In their order. `host`, and the length of a body, are added where they are not there. */
  readonly headers: readonly Header[];
  readonly body?: Uint8Array;
};

/** A response as it came. */
export type WireResponse = {
  readonly status: number;
  readonly headers: readonly Header[];
  /** Without transfer coding; content codings stay. */
  readonly body: Uint8Array;
  readonly milliseconds: number;
};

export type Header = readonly [name: string, value: string];

/** What came of a request: a response, or why there is none. */
export type Outcome =
  | { readonly kind: "response"; readonly response: WireResponse }
  /** `malformed`: what came is no HTTP. `closed`: nothing came. `timeout`. `refused`: nobody listens. */
  | { readonly kind: "failure"; readonly failure: "malformed" | "closed" | "timeout" | "refused"; readonly message: string };

/** Sends requests to the server under test. */
export type Transport = {
  /** `http://127.0.0.1:4010/v1`, for curl lines; of a server in this process, as if it were there. */
  readonly baseUrl: string;
  readonly send: (request: WireRequest) => Promise<Outcome>;
  /**
   * Sends bytes that need not be HTTP, on a connection of their own, and gives what comes back until the server has answered or
   * closes. A server in this process has none.
   */
  readonly sendBytes?: (bytes: Uint8Array) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};
