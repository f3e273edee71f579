import { createRouter as router, nodeListener } from "./generated/server.js";
import { createServer } from "node:http";

createServer(nodeListener(router({
  ping: (request, reply) => reply[204](),
  pets: {
    list: (request, reply) => reply[200]([]),
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
    },
  },
  users: {
    /**
     * One user *\/ `or` another
     *
     * `GET /users/{id}`
     */
    get(_request, reply) {
      return reply.notImplemented();
    },
  },
}, { security: { key: () => undefined } }))).listen(0);
