import type { Handlers } from "./generated/server.js";

const get = "get";
const key = process.env["KEY"];

export const handlers = {
  ["ping"](request, reply) { return reply[204](); },
  "pets": {
    [`list`](request, reply) { return reply[200]([]); },
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
    },
    [get](request, reply) { return reply[200](); },
    'delete': (request, reply) => reply[204](),
  },
  users: { [key](request, reply) { return reply[200](); } },
} satisfies Handlers;
