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
    create(request, reply, context) {
      return reply.notImplemented();
    },
    /**
     * One pet
     *
     * `GET /pets/{petId}`
     */
    get(request, reply, context) {
      return reply.notImplemented();
    },
    /** `DELETE /pets/{petId}` */
    delete(request, reply, context) {
      return reply.notImplemented();
    },
  },
  users: {
    /**
     * One user *\/ `or` another
     *
     * `GET /users/{id}`
     */
    get(request, reply, context) {
      return reply.notImplemented();
    },
  },
}, { security: { key: () => undefined } }))).listen(0);
