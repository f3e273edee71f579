import type { App } from "./app.js";
import type { Handlers, PetsHandlers, UsersHandlers } from "./generated/server.js";

const pets = {
  list: (request, reply) => reply[200]([]),
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
} satisfies PetsHandlers<App>;

export const handlers = {
  pets,
  users: ({
    /**
     * One user *\/ `or` another
     *
     * `GET /users/{id}`
     */
    get(_request, reply) {
      return reply.notImplemented();
    },
  } satisfies UsersHandlers<App>),
  ping: (request, reply) => reply[204](),
} satisfies Handlers<App>;
