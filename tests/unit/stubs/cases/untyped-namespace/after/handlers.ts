import type { App } from "./app.js";
import type {
  Handlers,
  PetsCreateInput,
  PetsCreateReply,
  PetsGetInput,
  PetsGetReply,
  PetsDeleteInput,
  PetsDeleteReply,
} from "./generated/server.js";

const pets = {
  list: () => undefined,
  /**
   * A new pet
   *
   * `POST /pets`
   */
  create(_request: PetsCreateInput, reply: PetsCreateReply) {
    return reply.notImplemented();
  },
  /**
   * One pet
   *
   * `GET /pets/{petId}`
   */
  get(_request: PetsGetInput, reply: PetsGetReply) {
    return reply.notImplemented();
  },
  /** `DELETE /pets/{petId}` */
  delete(_request: PetsDeleteInput, reply: PetsDeleteReply) {
    return reply.notImplemented();
  },
};

export const handlers = {
  ping: (request, reply) => reply[204](),
  users: { get: (request, reply) => reply[200]() },
  pets,
} satisfies Handlers<App>;
