import type { Handlers } from "./generated/server.js";

export const handlers = {
  "ping": (request, reply) => reply[204](),
  "users": { "get": (request, reply) => reply[200]() },
  "pets": { "list": (request, reply) => reply[200]([]) },
} satisfies Handlers;
