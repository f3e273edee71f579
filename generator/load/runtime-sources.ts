import { readdirSync, readFileSync } from "node:fs";

/** The files of generator/runtime, by path: `server/respond.ts`. The build puts what this gives in place of this file. */
export function runtimeSources(): { readonly [path: string]: string } {
  const folder = new URL("../runtime/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(paths.filter((path) => path.endsWith(".ts")).sort().map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}
