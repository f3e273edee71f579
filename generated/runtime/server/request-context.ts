import type { ServerRequest } from "./exchange.js";
import type { Context } from "./handler.js";

/** The context of a request. Its signal is made only if somebody asks for it. */
export class RequestContext implements Context {
  readonly principal: unknown;
  readonly operation: string;
  readonly request: ServerRequest;

  constructor(principal: unknown, operation: string, request: ServerRequest) {
    this.principal = principal;
    this.operation = operation;
    this.request = request;
  }

  get signal(): AbortSignal {
    return this.request.signal ?? new AbortController().signal;
  }
}
