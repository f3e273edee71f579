import type * as server from "#generated/server.js";
import type { App } from "./app.js";

type Mine = Partial<server.Handlers<App>>;

export const handlers: Mine = {
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
};
