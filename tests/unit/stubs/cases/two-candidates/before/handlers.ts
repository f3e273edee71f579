import type { Handlers } from "./generated/server.js";

export const real = { ping: (request, reply) => reply[204]() } satisfies Handlers;
export const fake = { ping: (request, reply) => reply[204]() } satisfies Handlers;
