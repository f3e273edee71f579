import type { Handlers } from "./generated/server.js";

export const handlers = {
  pets: { list: (request, reply) => reply[200]([]), get(request, reply) { return reply[200](); } },
  ping(request, reply) { return reply[204](); },
  users: {},
} satisfies Handlers;
