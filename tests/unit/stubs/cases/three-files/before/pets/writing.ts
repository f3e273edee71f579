import type { PetsHandlers } from "../generated/server.js";

export const writing = {
  create: (request, reply) => reply[201](),
} satisfies Pick<PetsHandlers, "create">;
