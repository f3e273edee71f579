import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IndependentServer, workshop } from "./servers.ts";

const modules = fileURLToPath(new URL("./servers/", import.meta.url));

/** Installs a server in its folder, unless it is there in this version, puts the modules beside it, and gives the folder. */
export function prepare({ title, module, packages }: IndependentServer): string {
  const folder = join(workshop, module.replace(/\.mjs$/, ""));
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules")) || readFileSync(join(folder, "package.json"), "utf8") !== manifest) {
    writeFileSync(join(folder, "package.json"), manifest);
    console.error(`${title} is installed …`);
    // What others run when they are installed is not run here: none of these servers needs it.
    const { status } = spawnSync("npm", ["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
    if (status !== 0) throw new Error(`${title} could not be installed`);
  }
  for (const name of readdirSync(modules)) copyFileSync(join(modules, name), join(folder, name));
  return folder;
}
