import type { UsersHandlers, UsersGetInput, UsersGetReply } from "./generated/server.js";

export default class Users implements UsersHandlers {
  /**
   * One user *\/ `or` another
   *
   * `GET /users/{id}`
   */
  get(_request: UsersGetInput, reply: UsersGetReply) {
    return reply.notImplemented();
  }
}
