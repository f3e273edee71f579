import { buildRouter } from "../runtime/server/build-router.ts";
import type { Router, ServerRequest } from "../runtime/server/exchange.ts";
import type { RouterOptions } from "../runtime/server/options.ts";
import type { Problem } from "../runtime/server/problem.ts";
import { acceptOf } from "../runtime/server/respond.ts";
import { splitUrl } from "../runtime/server/split-url.ts";
import { anyCredentials } from "./credentials.ts";
import { errorReply } from "./error-reply.ts";
import { mockHandler, type Mocking } from "./mock-handler.ts";
import type { MockedOperation } from "./mocked-api.ts";

/**
 * What stands before Prism: the router that generated servers have, with the document's contracts. It judges requests and credentials,
 * and answers in the document's own errors what it refuses. Paths are found with the base path of the document's first server and
 * without it, since a mock is no place of its own.
 */
export function buildGuard(mocking: Mocking, log: (line: string) => void): Router {
  const { routes } = mocking.mocked;
  const handlers = Object.fromEntries(mocking.mocked.operations.map((operation, index) => [String(index), mockHandler(operation, mocking)]));
  const options = optionsOf(mocking, log);
  const [based, plain] = [routes.basePath, ""].map((basePath) => buildRouter(routes, handlers, { ...options, basePath }));
  if (based === undefined || plain === undefined) throw new Error("A guard has two routers.");
  if (routes.basePath === "") return plain;
  const routerFor = (url: string) => (based.has(url) ? based : plain);
  return {
    handle: (request) => routerFor(request.url).handle(request),
    has: (url) => routerFor(url).has(url),
    ready: async () => void (await Promise.all([based.ready(), plain.ready()])),
  };
}

/** Uploads are taken that are larger than a server takes by default. */
const largestBody = 16 * 1024 * 1024;

function optionsOf({ mocked, counts }: Mocking, log: (line: string) => void): RouterOptions {
  const byName = new Map(mocked.operations.map((operation) => [operation.name, operation]));
  const operationsOf = ({ operation }: Problem, { url }: ServerRequest): MockedOperation[] => {
    const named = operation === undefined ? undefined : byName.get(operation);
    if (named !== undefined) return [named];
    const path = (splitUrl(url, mocked.routes.basePath) ?? splitUrl(url, ""))?.path;
    const methods = path === undefined ? undefined : mocked.routes.match(path)?.methods;
    return Object.values(methods ?? {}).flatMap((index) => mocked.operations[index] ?? []);
  };
  return {
    security: anyCredentials(mocked.routes.schemes),
    limits: { body: largestBody },
    // Bodies are judged when they are made.
    responses: "off",
    error: (problem, { request }) => {
      counts.guard++;
      return errorReply(problem, { operations: operationsOf(problem, request), accept: acceptOf(request) }, mocked);
    },
    log: ({ operation, message, violations = [], error }) => {
      const reasons = violations.map(({ path, message: reason }) => `${path} ${reason}`);
      log([`${operation}: ${message}`, ...reasons, ...(error === undefined ? [] : [String(error)])].join(" | "));
    },
  };
}
