import type { Handlers } from "./generated/server.js";

export function makeHandlers(db: Db): Handlers {
  const users = { get: (request, reply) => reply[200]() } satisfies Handlers["users"];
  return {
    ping: (request, reply) => reply[204](),
    users,
  };
}
