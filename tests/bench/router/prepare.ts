import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, type BuildOptions } from "esbuild";
import { generate } from "../../../generator/generate.ts";
import { repository } from "../../support/typecheck.ts";
import { lookupsFor, routesOf, type Lookups } from "./lookups.ts";

/** Where the peers are installed, and everything is put together. */
export const workshop = join(repository, ".cache", "bench-router");

const here = fileURLToPath(new URL("./", import.meta.url));
const common = { format: "esm", platform: "node", target: "node20", logLevel: "error" } as const satisfies BuildOptions;

/** Installs the peers, generates a server from a document, and makes JavaScript of it. Gives what is looked up. */
export async function prepare(document: string): Promise<Lookups> {
  mkdirSync(workshop, { recursive: true });
  for (const name of ["package.json", "routers.mjs", "lookup.mjs", "github-server.mjs", "bare-server.mjs"]) copyFileSync(join(here, name), join(workshop, name));
  if (!existsSync(join(workshop, "node_modules"))) install();
  for (const folder of ["github", "files", "bundle"]) rmSync(join(workshop, folder), { recursive: true, force: true });
  const { files, api } = await generate({ input: document, cwd: repository, targets: ["types", "server", "validators"] });
  if (api === undefined || files.length === 0) throw new Error(`${document} gives nothing`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(workshop, "github", path)), { recursive: true });
    writeFileSync(join(workshop, "github", path), text);
  }
  compile(files.map(({ path }) => path));
  const routes = routesOf(api.operations);
  const lookups = lookupsFor(routes);
  writeFileSync(join(workshop, "lookups.json"), JSON.stringify({ routes, lookups }));
  return lookups;
}

function install(): void {
  const { status } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], { cwd: workshop, stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed");
}

/** The server as a file for each file, and in chunks; and its `match`, which it keeps to itself. */
function compile(paths: readonly string[]): void {
  const server = join(workshop, "github-server.mjs");
  buildSync({ ...common, entryPoints: paths.map((path) => join(workshop, "github", path)), outdir: join(workshop, "files/github") });
  writeFileSync(join(workshop, "files/github-server.mjs"), readFileSync(server, "utf8").replaceAll(/(github\/[\w/-]+)\.ts/g, "$1.js"));
  buildSync({ ...common, entryPoints: [server], bundle: true, splitting: true, outdir: join(workshop, "bundle"), outExtension: { ".js": ".mjs" } });
  const contents = `${readFileSync(join(workshop, "github/server.ts"), "utf8")}\nexport { match };\n`;
  buildSync({ ...common, stdin: { contents, resolveDir: join(workshop, "github"), loader: "ts" }, bundle: true, external: ["./validators/*"], outfile: join(workshop, "match.mjs") });
}
