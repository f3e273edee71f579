import type { App } from './app.js';
import type * as api from './generated/server.js';

export const handlers: api.Handlers<App> = {
    users: {
        get(request, reply) {
            return reply[200]();
        }
    }
};
