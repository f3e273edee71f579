/** What a server needs beside its router. */
export const serverReexports = [
  'export type { Authenticator } from "./runtime/server/authenticator.js";',
  'export type { Context } from "./runtime/server/handler.js";',
  'export type { ErrorContext, LogEntry, SecurityContext } from "./runtime/server/options.js";',
  'export type { Problem, RequestViolation } from "./runtime/server/problem.js";',
  'export type { Reply } from "./runtime/server/reply.js";',
  'export type { Router, ServerRequest, ServerResponse } from "./runtime/server/exchange.js";',
  'export { fastifyPlugin } from "./runtime/server/fastify.js";',
  'export { fetchHandler } from "./runtime/server/fetch.js";',
  'export { nodeListener } from "./runtime/server/node.js";',
].join("\n");
