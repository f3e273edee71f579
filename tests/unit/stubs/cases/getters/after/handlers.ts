import type { Handlers, PetsGetInput, PetsGetReply, PetsDeleteInput, PetsDeleteReply } from "./generated/server.js";

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
      get(_request: PetsGetInput, reply: PetsGetReply) {
        return reply.notImplemented();
      },
      /** `DELETE /pets/{petId}` */
      delete(_request: PetsDeleteInput, reply: PetsDeleteReply) {
        return reply.notImplemented();
      },
    };
  },
} satisfies Handlers;

const list = () => undefined;
