import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  users: {
    get(request, reply) { return reply[200](); } // no comma, but a comment
    /* and one of its own */
  },
  pets: {
    list(request, reply) { return reply[200]([]); }, /* here */ // and here
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
    }
    // delete: see issue 12
  } // the pets
} satisfies Handlers;
