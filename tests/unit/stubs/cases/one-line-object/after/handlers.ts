import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  pets: {
    list: (request, reply) => reply[200]([]),
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
    },
    /**
     * One pet
     *
     * `GET /pets/{petId}`
     */
    get(_request, reply) {
      return reply.notImplemented();
    },
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
