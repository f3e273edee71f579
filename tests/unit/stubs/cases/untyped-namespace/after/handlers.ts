import type { App } from "./app.js";
import type {
  Handlers,
  PetsCreateInput,
  PetsCreateReply,
  PetsHandlers,
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
  create(request: PetsCreateInput, reply: PetsCreateReply, context: Parameters<PetsHandlers["create"]>[2]) {
    return reply.notImplemented();
  },
  /**
   * One pet
   *
   * `GET /pets/{petId}`
   */
  get(request: PetsGetInput, reply: PetsGetReply, context: Parameters<PetsHandlers["get"]>[2]) {
    return reply.notImplemented();
  },
  /** `DELETE /pets/{petId}` */
  delete(request: PetsDeleteInput, reply: PetsDeleteReply, context: Parameters<PetsHandlers["delete"]>[2]) {
    return reply.notImplemented();
  },
};

export const handlers = {
  ping: (request, reply) => reply[204](),
  users: { get: (request, reply) => reply[200]() },
  pets,
} satisfies Handlers<App>;
