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
};
