import type { ServerRequest } from "./exchange.js";
import { hasBody, readNodeBody } from "./node-body.js";
import type { NodeRequest, NodeResponse } from "./node-types.js";

/** A request of Node's as the router takes it. What is seldom asked for is made when it is. */
export class NodeExchange implements ServerRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ServerRequest["headers"];
  readonly body: ServerRequest["body"];
  readonly parsed: unknown;
  readonly native: NodeRequest;
  readonly response: NodeResponse;
  #controller: AbortController | undefined;

  constructor(request: NodeRequest, response: NodeResponse) {
    this.method = request.method ?? "GET";
    this.url = request.url ?? "/";
    this.headers = request.headers;
    this.native = request;
    this.response = response;
    const follows = hasBody(request);
    this.body = follows ? (limit) => readNodeBody(request, limit) : undefined;
    this.parsed = follows && request.readableEnded ? parsedBody(request) : undefined;
  }

  get signal(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    const controller = new AbortController();
    this.#controller = controller;
    const { response } = this;
    // An answer that was sent whole was not broken off.
    const abort = () => {
      if (!response.writableFinished) controller.abort();
    };
    if (response.destroyed) abort();
    else response.on("close", abort);
    return controller.signal;
  }
}

/** What Express's parsers leave behind. */
function parsedBody(request: NodeRequest): unknown {
  return "body" in request ? request.body : undefined;
}
