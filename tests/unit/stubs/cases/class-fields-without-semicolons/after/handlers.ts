import type { PetsHandlers, PetsGetInput, PetsGetReply, PetsDeleteInput, PetsDeleteReply } from './generated/server.js'

export default class implements PetsHandlers {
  list = list
  create = create
  /**
   * One pet
   *
   * `GET /pets/{petId}`
   */
  get(request: PetsGetInput, reply: PetsGetReply, context: Parameters<PetsHandlers["get"]>[2]) {
    return reply.notImplemented()
  }
  /** `DELETE /pets/{petId}` */
  delete(request: PetsDeleteInput, reply: PetsDeleteReply, context: Parameters<PetsHandlers["delete"]>[2]) {
    return reply.notImplemented()
  }
}
