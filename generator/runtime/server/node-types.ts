/**
 * What we ask of a request of `node:http`, `node:https` or the compatible part of `node:http2`. Express, Connect and Fastify have the
 * same. No types of Node are needed to compile this.
 */
export type NodeRequest = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly httpVersionMajor: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** Whether all of it has come. */
  readonly complete: boolean;
  readonly readableEnded: boolean;
  readonly destroyed: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  removeListener(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  pause(): unknown;
  resume(): unknown;
};

/** What we ask of a response. */
export type NodeResponse = {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  readonly writableFinished: boolean;
  setHeader(name: string, value: string | readonly string[]): unknown;
  writeHead(status: number, headers: { [name: string]: string }): unknown;
  /** Not of HTTP/2, where nobody asks for it. */
  flushHeaders?(): unknown;
  write(chunk: string | Uint8Array): boolean;
  end(chunk?: string | Uint8Array): unknown;
  end(chunk: string, encoding: "latin1"): unknown;
  destroy(error?: Error): unknown;
  on(event: "drain" | "close" | "finish", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
};
