import type { Handlers } from "./generated/server.js";

export const handlers = {
  pets: {
    list(request, reply) {
      return reply[200]([]);
    },

    get(request, reply) {
      return reply[200]();
    },

    delete(request, reply) {
      return reply[204]();
    },
  },

  users: {
    get(request, reply) {
      return reply[200]();
    },
  },
} satisfies Handlers;
