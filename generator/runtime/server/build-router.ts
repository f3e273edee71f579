import { after, type Awaitable } from "./after.js";
import { answerProblem } from "./answer-problem.js";
import { answerRequest } from "./answer-request.js";
import type { ExchangeState } from "./exchange-state.js";
import type { Router, ServerRequest, ServerResponse } from "./exchange.js";
import type { RouterOptions } from "./options.js";
import { prepareOperation, type PreparedOperation } from "./prepare-operation.js";
import { problemOf } from "./problem-of.js";
import type { Match, Routes } from "./routes.js";
import { settingsOf, type Settings } from "./settings.js";
import { splitUrl } from "./split-url.js";

/**
 * A router of a document's operations, whose handlers are found by name: objects, or instances of classes. An operation is loaded with
 * its first request. `HEAD` is answered by `GET` without its body, and `OPTIONS` by the methods that there are, where the document has
 * no such operations; a path that it does not have is a 404, and a method a 405.
 */
export function buildRouter(routes: Routes, handlers: object, options: RouterOptions): Router {
  const settings = settingsOf(options);
  const basePath = (options.basePath ?? routes.basePath).replace(/\/+$/, "");
  const prepared = new Array<PreparedOperation | undefined>(routes.operations.length).fill(undefined);
  const find = loader(routes, handlers, settings, prepared);
  return {
    handle: (request) => {
      const url = splitUrl(request.url, basePath);
      const match = url && routes.match(url.path);
      if (match === undefined) return answerUnknown(request, settings);
      const index = indexOf(match, request.method);
      if (index === undefined) return answerOther(match, request, settings);
      const exchange: ExchangeState = { request, path: match.texts, query: url?.query ?? "", headers: request.headers };
      const answer = answerWith(prepared[index] ?? find(index), exchange, settings);
      return request.method === "HEAD" ? after(answer, withoutBody) : answer;
    },
    has: (url) => {
      const path = splitUrl(url, basePath)?.path;
      return path !== undefined && routes.match(path) !== undefined;
    },
    ready: async () => {
      await Promise.all(routes.operations.map((_, index) => prepared[index] ?? find(index)));
    },
  };
}

/** Gives operations by their index, each loaded once. One that cannot be loaded is tried again with the next request. */
function loader(routes: Routes, handlers: object, settings: Settings, prepared: (PreparedOperation | undefined)[]): (index: number) => Promise<PreparedOperation> {
  const loading = new Map<number, Promise<PreparedOperation>>();
  const load = async (index: number) => {
    try {
      return (prepared[index] = await prepareOperation(routes.operations[index], routes, handlers, settings));
    } finally {
      loading.delete(index);
    }
  };
  return (index) => {
    const started = loading.get(index) ?? load(index);
    loading.set(index, started);
    return started;
  };
}

function answerWith(operation: Awaitable<PreparedOperation>, exchange: ExchangeState, settings: Settings): Awaitable<ServerResponse> {
  if (!(operation instanceof Promise)) return answerRequest(operation, exchange, settings);
  return operation.then((loaded) => answerRequest(loaded, exchange, settings), (error: unknown) => {
    const { request } = exchange;
    settings.log({ kind: "load-failed", operation: `${request.method} ${request.url}`, message: "The operation cannot be made ready.", error });
    return answerProblem(problemOf("handler-failed"), { request, error }, settings);
  });
}

/** The operation that a method asks for. */
function indexOf({ methods }: Match, method: string): number | undefined {
  if (Object.hasOwn(methods, method)) return methods[method];
  return method === "HEAD" && Object.hasOwn(methods, "GET") ? methods["GET"] : undefined;
}

function answerUnknown(request: ServerRequest, settings: Settings): ServerResponse {
  // RFC 9110 §9.3.7: a question about the server as a whole.
  if (request.method === "OPTIONS" && request.url === "*") return { status: 204, headers: {}, body: undefined };
  return withoutBodyOf(request, answerProblem(problemOf("not-found"), { request }, settings));
}

function answerOther({ methods }: Match, request: ServerRequest, settings: Settings): ServerResponse {
  const names = Object.keys(methods);
  const allow = names.flatMap((name) => (name === "GET" && !names.includes("HEAD") ? ["GET", "HEAD"] : [name])).join(", ");
  if (request.method === "OPTIONS") return { status: 204, headers: { allow }, body: undefined };
  return withoutBodyOf(request, answerProblem(problemOf("method-not-allowed", { headers: { allow } }), { request }, settings));
}

function withoutBodyOf({ method }: ServerRequest, response: ServerResponse): ServerResponse {
  return method === "HEAD" ? withoutBody(response) : response;
}

/** RFC 9110 §9.3.2. A stream that nobody reads is stopped. */
function withoutBody(response: ServerResponse): ServerResponse {
  const { body } = response;
  if (typeof body === "object" && !(body instanceof Uint8Array)) body[Symbol.asyncIterator]().return?.().catch(() => undefined);
  return { ...response, body: undefined };
}
