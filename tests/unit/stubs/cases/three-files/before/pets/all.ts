import type { PetsHandlers } from "../generated/server.js";
import { writing } from "./writing.js";

export const all = {
  list: (request, reply) => reply[200]([]),
  ...writing,
} satisfies PetsHandlers;
