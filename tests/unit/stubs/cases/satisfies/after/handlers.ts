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
    create(request, reply, context) {
      return reply.notImplemented();
    },

    get: async (request, reply) => reply[200](),

    /** `DELETE /pets/{petId}` */
    delete(request, reply, context) {
      return reply.notImplemented();
    },
  },
  users: {
    /**
     * One user *\/ `or` another
     *
     * `GET /users/{id}`
     */
    get(request, reply, context) {
      return reply.notImplemented();
    },
  },
} satisfies Handlers;

console.log("done");
