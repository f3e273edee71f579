import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../usage-error.ts";

/** What a module exports, by name. One in TypeScript is loaded where Node itself can strip its types (22.18 and newer). */
export async function loadModule(path: string, { cwd, flag }: { cwd: string; flag: string }): Promise<ReadonlyMap<string, unknown>> {
  const url = pathToFileURL(resolve(cwd, path)).href;
  if (/\.[cm]?ts$/.test(path)) resolveToTypeScript();
  try {
    const loaded: unknown = await import(url);
    return new Map(typeof loaded === "object" && loaded !== null ? Object.entries(loaded) : []);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const message = error instanceof Error ? error.message : String(error);
    if (code === "ERR_UNKNOWN_FILE_EXTENSION") throw new UsageError(`Node ${process.versions.node} cannot load TypeScript: ${path}`, "Take Node 22.18 or newer, compile the module, or run with NODE_OPTIONS='--import tsx'.");
    throw new UsageError(`${flag} ${path} cannot be loaded: ${message}`);
  }
}

let isRegistered = false;

/** Generated code says `.js` where a compiler will have put it; before that, there is only the `.ts` beside it. */
function resolveToTypeScript(): void {
  if (isRegistered) return;
  isRegistered = true;
  const hook = `export async function resolve(specifier, context, next) {
    try { return await next(specifier, context); } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND" || !/^[.].*[.]js$/.test(specifier)) throw error;
      return next(specifier.slice(0, -2) + "ts", context);
    }
  }`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}

