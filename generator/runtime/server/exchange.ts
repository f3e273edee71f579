/**
 * A request as it came, in plain objects: what an adapter makes of its platform's own. Nothing is decoded.
 *
 *     { method: "GET", url: "/pets/1?limit=2", headers: { accept: "application/json" }, body: … }
 */
export type ServerRequest = {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  /** By name in lower case. Several of one name are joined with commas (cookies: semicolons), as RFC 9110 §5.3 allows, or are a list. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /**
   * Reads the body: its bytes, or `undefined` where there are none. Rejects with a `TooLarge` as soon as there are more than `limit`,
   * having read no further. Called once at most.
   */
  readonly body: (limit: number) => Promise<Uint8Array | undefined>;
  /** Aborted when the client goes away. */
  readonly signal?: AbortSignal;
  /** What the adapter was given: an `IncomingMessage`, a `Request`. */
  readonly native: unknown;
};

/** An answer in plain objects: what an adapter sends. */
export type ServerResponse = {
  readonly status: number;
  /** By name in lower case; of a list, each is a line of its own. */
  readonly headers: { readonly [name: string]: string | readonly string[] };
  /** A stream is sent as it comes; one that fails ends the connection. */
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array> | undefined;
};

/** What a router is to an adapter. `undefined`: the path is not one of the document's, and the adapter has somebody else to ask. */
export type Router = {
  readonly handle: (request: ServerRequest) => ServerResponse | Promise<ServerResponse>;
  /** Whether the document has the path of this URL: for frameworks that ask the next one otherwise. */
  readonly has: (url: string) => boolean;
};
