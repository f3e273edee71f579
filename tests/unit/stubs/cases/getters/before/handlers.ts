import type { Handlers } from "./generated/server.js";

export const handlers = {
  ping(request, reply) { return reply[204](); },
  users: { get(request, reply) { return reply[200](); } },
  get pets() {
    return {
      get list() { return list; },
      set list(value) {},
      create: (request, reply) => reply[201](),
    };
  },
} satisfies Handlers;

const list = () => undefined;
