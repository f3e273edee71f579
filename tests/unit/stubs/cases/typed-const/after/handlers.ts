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
    ping(_request, reply) {
        return reply.notImplemented();
    },
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
        }
    }
};
