import type { PetsHandlers, PetsGetInput, PetsGetReply, PetsDeleteInput, PetsDeleteReply } from './generated/server.js'

export default class implements PetsHandlers {
  list = list
  create = create
  /**
   * One pet
   *
   * `GET /pets/{petId}`
   */
  get(_request: PetsGetInput, reply: PetsGetReply) {
    return reply.notImplemented()
  }
  /** `DELETE /pets/{petId}` */
  delete(_request: PetsDeleteInput, reply: PetsDeleteReply) {
    return reply.notImplemented()
  }
}
