import type { PetsHandlers } from './generated/server.js'

export default class implements PetsHandlers {
  list = list
  create = create
}
