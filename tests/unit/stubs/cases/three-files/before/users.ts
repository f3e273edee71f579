import type { UsersHandlers } from "./generated/server.js";

export default class Users implements UsersHandlers {}
