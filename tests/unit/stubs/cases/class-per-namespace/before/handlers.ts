import type { Context, PetsCreateInput, PetsHandlers, UsersHandlers, Handlers } from "./generated/server.js";
import { Base } from "./base.js"; // has list()

class Pets extends Base implements PetsHandlers {
  get(id: string): void;
  get(id: number): void;
  get(id: unknown): void {}
  readonly delete = () => undefined;
}

class Users implements UsersHandlers {}

export const handlers: Handlers = { pets: new Pets(), users: new Users(), ping: (request, reply) => reply[204]() };
