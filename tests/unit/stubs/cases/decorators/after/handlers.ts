import { injectable, log } from "./di.js";
import type {
  PetsHandlers,
  PetsCreateInput,
  PetsCreateReply,
  PetsDeleteInput,
  PetsDeleteReply,
} from "./generated/server.js";

@injectable()
export class Pets implements PetsHandlers {
  @log() list(request, reply) {
    return reply[200]([]);
  }

  /**
   * A new pet
   *
   * `POST /pets`
   */
  create(request: PetsCreateInput, reply: PetsCreateReply, context: Parameters<PetsHandlers["create"]>[2]) {
    return reply.notImplemented();
  }

  @log({ level: "debug" })
  get(request, reply) {
    return reply[200]();
  }

  /** `DELETE /pets/{petId}` */
  delete(request: PetsDeleteInput, reply: PetsDeleteReply, context: Parameters<PetsHandlers["delete"]>[2]) {
    return reply.notImplemented();
  }
}
