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
  create(_request: PetsCreateInput, reply: PetsCreateReply) {
    return reply.notImplemented();
  }

  @log({ level: "debug" })
  get(request, reply) {
    return reply[200]();
  }

  /** `DELETE /pets/{petId}` */
  delete(_request: PetsDeleteInput, reply: PetsDeleteReply) {
    return reply.notImplemented();
  }
}
