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
   * having read no further, and with an `Aborted` if the client goes away. Called once at most. `undefined` itself where the head
   * says that no body follows.
   */
  readonly body: ((limit: number) => Promise<Uint8Array | undefined>) | undefined;
  /** The body as a value, where a framework has read it before us: `body` is not called then. */
  readonly parsed?: unknown;
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

/** What a router is to an adapter. */
export type Router = {
  readonly handle: (request: ServerRequest) => ServerResponse | Promise<ServerResponse>;
  /** Whether the document has the path of this URL: for frameworks that ask the next one otherwise. */
  readonly has: (url: string) => boolean;
  /** Loads what every operation needs. Without it, that happens on the first request of each. */
  readonly ready: () => Promise<void>;
};
