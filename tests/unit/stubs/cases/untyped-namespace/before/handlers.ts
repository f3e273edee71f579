import type { App } from "./app.js";
import type { Handlers } from "./generated/server.js";

const pets = {
  list: () => undefined,
};

export const handlers = {
  ping: (request, reply) => reply[204](),
  users: { get: (request, reply) => reply[200]() },
  pets,
} satisfies Handlers<App>;
