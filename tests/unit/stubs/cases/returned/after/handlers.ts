import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  users: { get(request, reply) { return reply[200](); } },
  pets: {
    list: (request, reply) => reply[200]([]),
    // Mine.
    get: (request, reply) => reply[200](),
    create: (request, reply) => reply[201](),
    delete: (request, reply) => reply[204](), // Not in the document any more.
    // Not in the document any more: POST /pets/{petId}/food.
    feed: (request, reply) => reply[204](),
  },
} satisfies Handlers;
