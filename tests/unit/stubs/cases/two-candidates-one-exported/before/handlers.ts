import type { Handlers } from "./generated/server.js";

const fake = { ping: (request, reply) => reply[204]() } satisfies Partial<Handlers>;
export const handlers = {
  ping: fake.ping,
} satisfies Handlers;
