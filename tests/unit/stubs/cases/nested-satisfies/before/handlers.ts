import type { App } from "./app.js";
import type { Handlers, PetsHandlers, UsersHandlers } from "./generated/server.js";

const pets = {
  list: (request, reply) => reply[200]([]),
} satisfies PetsHandlers<App>;

export const handlers = {
  pets,
  users: ({
  } satisfies UsersHandlers<App>),
  ping: (request, reply) => reply[204](),
} satisfies Handlers<App>;
