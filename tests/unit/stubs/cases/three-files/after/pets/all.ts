import type { PetsHandlers } from "../generated/server.js";
import { writing } from "./writing.js";

export const all = {
  list: (request, reply) => reply[200]([]),
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
  ...writing,
} satisfies PetsHandlers;
