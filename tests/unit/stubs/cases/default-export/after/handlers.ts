import type { Handlers } from "./generated/server.js";

export default {
  ping: (request, reply) => reply[204](),
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
} satisfies Handlers
