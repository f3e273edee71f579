import type { App } from "./app.js";
import {
  type Handlers,
  type PingInput,
  type PingReply,
  type PetsHandlers,
} from "./generated/server.js";

export class Server implements Handlers<App> {
  readonly #db: Db;
  static pets = undefined;
  users = {
    get: (request: unknown, reply: unknown) => this.#db.users(request),
  };

  constructor(db: Db) {
    this.#db = db;
  }

  #ping() {}

  /** Helps. */
  helper() {}

  /**
   * Whether anybody is there
   *
   * `GET /ping`
   */
  ping(_request: PingInput, reply: PingReply) {
    return reply.notImplemented();
  }

  readonly pets: PetsHandlers<App> = {
    /**
     * All pets
     *
     * `GET /pets`
     */
    list(_request, reply) {
      return reply.notImplemented();
    },
    /**
     * A new pet
     *
     * `POST /pets`
     */
    create(_request, reply) {
      return reply.notImplemented();
    },
    /**
     * One pet
     *
     * `GET /pets/{petId}`
     */
    get(_request, reply) {
      return reply.notImplemented();
    },
    /** `DELETE /pets/{petId}` */
    delete(_request, reply) {
      return reply.notImplemented();
    }
  };
}
