import type { UsersHandlers, UsersGetInput, UsersGetReply } from "./generated/server.js";

export default class Users implements UsersHandlers {
  /**
   * One user *\/ `or` another
   *
   * `GET /users/{id}`
   */
  get(request: UsersGetInput, reply: UsersGetReply, context: Parameters<UsersHandlers["get"]>[2]) {
    return reply.notImplemented();
  }
}
