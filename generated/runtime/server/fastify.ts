import type { Router } from "./exchange.js";
import { nodeListener } from "./node.js";
import type { NodeRequest, NodeResponse } from "./node-types.js";

/** What we ask of a Fastify instance. */
export type FastifyInstance = {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(contentType: string, parser: (request: unknown, payload: unknown, done: (error: Error | null, body?: unknown) => void) => void): unknown;
  all(path: string, handler: (request: { readonly raw: NodeRequest }, reply: FastifyReply) => void): unknown;
};

type FastifyReply = { readonly raw: NodeResponse; hijack(): unknown; callNotFound(): unknown };

/**
 * A plugin for Fastify. Within it every body comes as it was sent, hooks run as for any route, and paths that the document does not have
 * are Fastify's:
 *
 *     app.register(fastifyPlugin(router));
 */
export function fastifyPlugin(router: Router): (instance: FastifyInstance, options: unknown, done: () => void) => void {
  const listener = nodeListener(router);
  return (instance, _, done) => {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser("*", (_request, _payload, read) => read(null));
    instance.all("/*", ({ raw }, reply) => {
      if (!router.has(raw.url ?? "/")) return void reply.callNotFound();
      reply.hijack();
      listener(raw, reply.raw);
    });
    done();
  };
}
