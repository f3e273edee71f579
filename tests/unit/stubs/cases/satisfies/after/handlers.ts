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

    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
    },

    get: async (request, reply) => reply[200](),

    /** `DELETE /pets/{petId}` */
    delete(_request, reply) {
      return reply.notImplemented();
    },
  },
  users: {
    /**
     * One user *\/ `or` another
     *
     * `GET /users/{id}`
     */
    get(_request, reply) {
      return reply.notImplemented();
    },
  },
} satisfies Handlers;

console.log("done");
