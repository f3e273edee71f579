import { injectable, log } from "./di.js";
import type { PetsHandlers } from "./generated/server.js";

@injectable()
export class Pets implements PetsHandlers {
  @log() list(request, reply) {
    return reply[200]([]);
  }

  @log({ level: "debug" })
  get(request, reply) {
    return reply[200]();
  }
}
