import type { App } from "./app.js";
import type { Handlers } from "./generated/server.js";
import { pets } from "./pets/index.js";
import Users from "./users.js";
import * as root from "./root.js";

export const handlers = {
  ...root,
  pets,
  users: new Users(),
} satisfies Handlers<App>;
