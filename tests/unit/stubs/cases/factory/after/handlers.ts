import type { Handlers } from "./generated/server.js";

export function makeHandlers(db: Db): Handlers {
  const users = { get: (request, reply) => reply[200]() } satisfies Handlers["users"];
  return {
    ping: (request, reply) => reply[204](),
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
    users,
  };
}
