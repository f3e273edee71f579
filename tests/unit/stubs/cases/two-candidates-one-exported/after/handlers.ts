import type { Handlers } from "./generated/server.js";

const fake = { ping: (request, reply) => reply[204]() } satisfies Partial<Handlers>;
export const handlers = {
  ping: fake.ping,
  pets: {
    /**
     * All pets
     *
     * `GET /pets`
     */
    list(_request, reply) {
      return reply.notImplemented();
    },
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
