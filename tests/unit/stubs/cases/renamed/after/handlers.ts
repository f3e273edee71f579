import type { Handlers } from "./generated/server.js";

export const handlers = {
  /** `GET /ping` */
  isAlive: (request, reply) => reply[204](),
  people: {
    // Not in the document any more: GET /users/{userId}.
    one: (request, reply) => reply[200](),
  },
  pets: {
    /**
     * All pets
     *
     * `GET /pets`
     */
    index: (request, reply) => reply[200]([]),
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
} satisfies Handlers;
