import type { Handlers } from "./generated/server.js";

export const handlers = { ping(request, reply) {
  return reply[204]();
}, users: { get(request, reply) {
  return reply[200]();
} }, pets: {
  list(request, reply) { return reply[200]([]); },
  /**
   * A new pet
   *
   * `POST /pets`
   */
  create(_request, reply) {
    return reply.notImplemented();
  },
  get(request, reply) { return reply[200](); },
  /** `DELETE /pets/{petId}` */
  delete(_request, reply) {
    return reply.notImplemented();
  }
} } satisfies Handlers;
