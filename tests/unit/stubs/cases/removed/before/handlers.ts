import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping: (request, reply) => reply[204](),
  users: { get: (request, reply) => reply[200](), old() {} },
  pets: {
    list: (request, reply) => reply[200]([]),
    create: (request, reply) => reply[201](),
    get: (request, reply) => reply[200](),
    /**
     * Feeds it.
     *
     * `POST /pets/{petId}/food`
     */
    feed: (request, reply) => reply[204](),
    delete: (request, reply) => reply[204](),
  },
  shops: {
    // Ours.
    list() {},
  },
} satisfies Handlers;
