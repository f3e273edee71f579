import type { Api } from "../../model/api.ts";
import { HookFailure } from "./hook-failure.ts";
import type { GivenPaths } from "./hooks.ts";

/** What a setup hook says is there. Throws a `HookFailure` for what is no path of the document, and for parameters that are missing. */
export function givenPaths(said: GivenPaths | void, api: Api): GivenPaths {
  // Whoever says nothing of paths may return whatever their last call returns.
  if (said === undefined || said === null || typeof said !== "object") return {};
  for (const [path, things] of Object.entries(said)) {
    if (!path.startsWith("/")) continue;
    if (!api.operations.some((operation) => operation.path === path)) throw new HookFailure("setup", `${JSON.stringify(path)} is given, which is no path of the document.`);
    for (const [, name = ""] of path.matchAll(/\{([^{}]*)\}/g)) {
      if (!Array.isArray(things) || things.some((thing) => !["string", "number", "boolean"].includes(typeof thing[name]))) throw new HookFailure("setup", `${path} is given no list of objects that all have ${JSON.stringify(name)}.`);
    }
  }
  return Object.fromEntries(Object.entries(said).filter(([path]) => path.startsWith("/")));
}
