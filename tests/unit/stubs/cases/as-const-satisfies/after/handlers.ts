import type { App } from "./app.js";
import { type Handlers as H, createRouter } from "./generated/server.js";

const handlers = {
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
} as const satisfies H<App>;

export const router = createRouter(handlers, {});
