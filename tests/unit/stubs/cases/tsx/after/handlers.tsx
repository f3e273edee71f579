import type { Handlers } from "./generated/server.js";

const page = <ul className="{}">{[1, 2].map((n) => <li key={n}>{"}"}</li>)}</ul>;

export const handlers = {
  ping: (request, reply) => reply[204](),
  pets: {
    /**
     * All pets
     *
     * `GET /pets`
     */
    list(_request, reply) {
      return reply.notImplemented();
    },
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
  users: { get: (request, reply) => reply[200](<>{page}</>) },
} satisfies Handlers;
