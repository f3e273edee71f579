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
  ping(_request, reply) {
    return reply.notImplemented();
  },
} satisfies Handlers;
