import type { Handlers } from "./generated/server.js";

export const handlers = {
  pets: {
    list(request, reply) {
      return reply[200]([]);
    },

    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
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

  /**
   * Whether anybody is there
   *
   * `GET /ping`
   */
  ping(_request, reply) {
    return reply.notImplemented();
  },
} satisfies Handlers;
