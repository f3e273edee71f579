import type { Handlers } from "./generated/server.js";

const reading = {
  list(request, reply) { return reply[200]([]); },
  get(request, reply) { return reply[200](); },
};
const rest = { ping(request, reply) { return reply[204](); }, users: { get(request, reply) { return reply[200](); } } };

export const handlers = {
  ...rest,
  pets: { ...reading },
} satisfies Handlers;
