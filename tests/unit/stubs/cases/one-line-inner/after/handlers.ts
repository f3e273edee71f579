import type { Handlers } from "./generated/server.js";

export const handlers = {
  pets: {
    list: (request, reply) => reply[200]([]),
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(request, reply, context) {
      return reply.notImplemented();
    },
    get(request, reply) { return reply[200](); },
    /** `DELETE /pets/{petId}` */
    delete(request, reply, context) {
      return reply.notImplemented();
    },
  },
  ping(request, reply) { return reply[204](); },
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
