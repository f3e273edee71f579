import type {
  Handlers,
  PetsGetInput,
  PetsGetReply,
  PetsHandlers,
  PetsDeleteInput,
  PetsDeleteReply,
} from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  users: { get(request, reply) { return reply[200](); } },
  get pets() {
    return {
      get list() { return list; },
      set list(value) {},
      create: (request, reply) => reply[201](),
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
  },
} satisfies Handlers;

const list = () => undefined;
