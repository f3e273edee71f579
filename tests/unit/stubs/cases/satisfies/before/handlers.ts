import type { Handlers } from "./generated/server.js";

/** What we serve. */
export const handlers = {
  // First of all.
  ping(request, reply) {
    return reply[204]();
  },
  pets: {
    list(request, reply) {
      return reply[200]([]); // nothing yet
    },

    get: async (request, reply) => reply[200](),
  },
} satisfies Handlers;

console.log("done");
