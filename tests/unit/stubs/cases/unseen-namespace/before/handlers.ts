import type { Handlers } from "./generated/server.js";
import { pets } from "@shop/pets";
import { makeUsers } from "./make-users.js";

export const handlers = { pets, users: makeUsers() } satisfies Handlers;
