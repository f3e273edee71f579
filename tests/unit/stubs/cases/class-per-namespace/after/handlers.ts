import type {
  Context,
  PetsCreateInput,
  PetsHandlers,
  UsersHandlers,
  Handlers,
  UsersGetInput,
  UsersGetReply,
} from "./generated/server.js";
import { Base } from "./base.js"; // has list()

class Pets extends Base implements PetsHandlers {
  get(id: string): void;
  get(id: number): void;
  get(id: unknown): void {}
  readonly delete = () => undefined;
}

class Users implements UsersHandlers {
  /**
   * One user *\/ `or` another
   *
   * `GET /users/{id}`
   */
  get(_request: UsersGetInput, reply: UsersGetReply) {
    return reply.notImplemented();
  }
}

export const handlers: Handlers = { pets: new Pets(), users: new Users(), ping: (request, reply) => reply[204]() };
