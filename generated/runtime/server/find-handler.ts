import type { Handler } from "./handler.js";

/** The function at a place among the handlers, which may be objects or instances of classes; `undefined` where there is none. */
export function findHandler(handlers: object, name: readonly string[]): Handler | undefined {
  let owner: unknown;
  let found: unknown = handlers;
  for (const key of name) {
    owner = found;
    found = memberOf(owner, key);
  }
  return isHandler(found) ? found.bind(owner) : undefined;
}

/** What every object inherits implements nothing, nor does the constructor that a class's instances inherit. */
function memberOf(owner: unknown, key: string): unknown {
  if (typeof owner !== "object" || owner === null) return undefined;
  if (!Object.hasOwn(owner, key) && (key === "constructor" || key in Object.prototype)) return undefined;
  return Reflect.get(owner, key);
}

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}
