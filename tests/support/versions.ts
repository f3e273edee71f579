import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json } from "../../generator/json.ts";
import { repository } from "./typecheck.ts";

/** What was measured with: `Node 20.20.2, typescript 5.9.3, openapi-typescript 7.13.0`. */
export function versionsOf(packages: readonly string[]): string {
  return [`Node ${process.versions.node}`, ...packages.map((name) => `${name} ${versionOf(name)}`)].join(", ");
}

function versionOf(name: string): string {
  const manifest: Json = JSON.parse(readFileSync(join(repository, "node_modules", name, "package.json"), "utf8"));
  return isObject(manifest) ? String(manifest["version"]) : "unknown";
}
