import type { App } from './app.js';
import type * as api from './generated/server.js';

export const handlers: api.Handlers<App> = {
    users: {
        get(request, reply) {
            return reply[200]();
        }
    },
    /**
     * Whether anybody is there
     *
     * `GET /ping`
     */
    ping(request, reply, context) {
        return reply.notImplemented();
    },
    pets: {
        /**
         * All pets
         *
         * `GET /pets`
         */
        list(request, reply, context) {
            return reply.notImplemented();
        },
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
        }
    }
};
