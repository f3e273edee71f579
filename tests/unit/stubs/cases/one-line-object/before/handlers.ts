import type { Handlers } from "./generated/server.js";

export const handlers = { ping(request, reply) { return reply[204](); }, pets: { list: (request, reply) => reply[200]([]) } } satisfies Handlers;
