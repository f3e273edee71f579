import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  users: { get(request, reply) { return reply[200](); } },
  pets: {
    list(request, reply) { return reply[200]([]); },
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
} satisfies Handlers;
