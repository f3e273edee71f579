import type { routerTransport } from "../../contract/tester/transport/router-transport.ts";
import { UsageError } from "../usage-error.ts";
import { loadModule } from "./load-module.ts";

type Router = Parameters<typeof routerTransport>[0];

/**
 * The router that a module exports: as its default or as `router`, or what a function of it gives that is the default, or called
 * `createRouter`, or alone begins with `create`, and needs no arguments.
 */
export async function loadRouter(path: string, cwd: string): Promise<Router> {
  const exported = await loadModule(path, { cwd, flag: "--server" });
  const creators = [...exported].filter(([name]) => name.startsWith("create")).map(([, value]) => value);
  for (const value of [exported.get("default"), exported.get("router"), exported.get("createRouter"), ...(creators.length === 1 ? creators : [])]) {
    const made: unknown = typeof value === "function" && value.length === 0 ? await value() : value;
    if (isRouter(made)) return made;
  }
  throw new UsageError(`--server ${path} exports no router.`, "Export it: export default createRouter(handlers, options);");
}

function isRouter(value: unknown): value is Router {
  return typeof value === "object" && value !== null && ["handle", "has", "ready"].every((name) => name in value);
}
