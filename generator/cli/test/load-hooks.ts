import type { Hooks } from "../../contract/tester/hooks.ts";
import { UsageError } from "../usage-error.ts";
import { loadModule } from "./load-module.ts";

const names = ["setup", "teardown", "before", "after", "skip"] as const;

/** The hooks that a module exports, each by its name, or all of them as its default. */
export async function loadHooks(path: string, cwd: string): Promise<Hooks> {
  const exported = await loadModule(path, { cwd, flag: "--hooks" });
  const whole = exported.get("default");
  const given: { readonly [name: string]: unknown } = { ...Object.fromEntries(exported), ...(typeof whole === "object" ? whole : {}) };
  if (!isHooks(given)) throw new UsageError(`--hooks ${path} exports no hooks.`, `Export functions named ${names.join(", ")}.`);
  return given;
}

function isHooks(given: { readonly [name: string]: unknown }): given is Hooks {
  const present = names.filter((name) => given[name] !== undefined);
  return present.length > 0 && present.every((name) => typeof given[name] === "function");
}
