import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](; },
} satisfies Handlers;
