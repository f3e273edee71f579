import type { Handlers } from "./generated/server.js";

const reading = {
  list(request, reply) { return reply[200]([]); },
  get(request, reply) { return reply[200](); },
};
const rest = { ping(request, reply) { return reply[204](); }, users: { get(request, reply) { return reply[200](); } } };

export const handlers = {
  ...rest,
  pets: {
    ...reading,
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
    },
    /** `DELETE /pets/{petId}` */
    delete(_request, reply) {
      return reply.notImplemented();
    },
  },
} satisfies Handlers;
