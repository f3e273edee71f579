import type { App } from "./app.js";
import {
  type Handlers,
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
}
