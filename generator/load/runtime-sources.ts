import { readdirSync, readFileSync } from "node:fs";

/** The files of generator/runtime, by name. The build puts what this gives in place of this file. */
export function runtimeSources(): { readonly [name: string]: string } {
  const folder = new URL("../runtime/", import.meta.url);
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}
