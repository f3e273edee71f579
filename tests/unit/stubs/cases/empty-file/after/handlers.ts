import type { Handlers } from "./generated/server.js";

export const handlers = {
  /**
   * Whether anybody is there
   *
   * `GET /ping`
   */
  ping(request, reply, context) {
    return reply.notImplemented();
  },
  pets: {
    /**
     * All pets
     *
     * `GET /pets`
     */
    list(request, reply, context) {
      return reply.notImplemented();
    },
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(request, reply, context) {
      return reply.notImplemented();
    },
    /**
     * One pet
     *
     * `GET /pets/{petId}`
     */
    get(request, reply, context) {
      return reply.notImplemented();
    },
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
