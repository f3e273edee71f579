import type { Handlers } from "./generated/server.js";
import { pets } from "@shop/pets";
import { makeUsers } from "./make-users.js";

export const handlers = {
  pets,
  users: makeUsers(),
  /**
   * Whether anybody is there
   *
   * `GET /ping`
   */
  ping(request, reply, context) {
    return reply.notImplemented();
  },
} satisfies Handlers;
