import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { generate } from "../../../generator/generate.ts";
import { repository } from "../../support/typecheck.ts";
import { workshop } from "./peers.ts";

const here = fileURLToPath(new URL("./", import.meta.url));

/** Installs the peers, generates the servers of both documents, and makes JavaScript of everything. */
export async function prepare(): Promise<void> {
  mkdirSync(workshop, { recursive: true });
  copyFileSync(join(here, "package.json"), join(workshop, "package.json"));
  if (!existsSync(join(workshop, "node_modules"))) install();
  await generateInto("A", "spec/openapi.yaml");
  await generateInto("B", "tests/bench/server/orders.yaml");
  for (const name of readdirSync(join(here, "peers"))) copyFileSync(join(here, "peers", name), join(workshop, name));
  copyFileSync(join(here, "order.json"), join(workshop, "order.json"));
  for (const name of ["answers", "hand-written"]) bundle(join(here, `${name}.ts`), name);
  bundle(join(workshop, "ours.mjs"), "ours");
}

function install(): void {
  const { status } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], { cwd: workshop, stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed");
}

async function generateInto(folder: string, document: string): Promise<void> {
  const { files, diagnostics } = await generate({ input: document, cwd: repository });
  if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  rmSync(join(workshop, folder), { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(workshop, folder, path)), { recursive: true });
    writeFileSync(join(workshop, folder, path), text);
  }
}

function bundle(entry: string, name: string): void {
  buildSync({
    entryPoints: [entry], bundle: true, platform: "node", format: "esm", target: "node20", outfile: join(workshop, `${name}.mjs`), allowOverwrite: true, logLevel: "error",
  });
}
