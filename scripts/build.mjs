// Builds dist/: the command line and the library, each in chunks so that what is heavy is loaded when it is needed, and the
// types of the library. `--bundle-only` leaves the types out, `--out DIR` builds elsewhere.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { "bundle-only": { type: "boolean" }, out: { type: "string" } } });
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("What this needs is not installed. Run `npm ci` first.");
  process.exit(2);
}
// Only now, so that the line above is all that is said.
const { build } = await import("esbuild");
const out = resolve(values.out ?? join(root, "dist"));
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// Names of chunks change with what is in them; old ones would pile up. Types stay where they are not made anew.
for (const made of values["bundle-only"] ? ["chunks"] : ["chunks", "types"]) rmSync(join(out, made), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { specwright: "generator/cli/specwright.ts", index: "generator/index.ts" },
  outdir: out,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: Object.keys(dependencies).filter((name) => name !== "yaml"),
  // yaml goes into a chunk of its own. Its build for Node is CommonJS, which cannot be shaken; the other one is the same code as
  // ES modules, and asks the process for nothing but whether to print warnings.
  alias: { yaml: join(root, "node_modules/yaml/browser/dist/index.js") },
  plugins: [runtimeAsText(), assetsAsText()],
  logLevel: "warning",
});
chmodSync(join(out, "specwright.js"), 0o755);
if (!values["bundle-only"]) {
  const compiler = join(root, "node_modules/typescript7/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", join(root, "scripts/tsconfig.types.json"), "--outDir", join(out, "types")], { stdio: "inherit" });
}

/** Generated code runs on the files of generator/runtime, byte for byte: dist has their texts. */
function runtimeAsText() {
  const folder = join(root, "generator/runtime");
  const paths = () => readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".ts")).map((path) => path.replaceAll("\\", "/")).sort();
  const texts = () => Object.fromEntries(paths().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const load = () => ({ contents: `export const runtimeSources = () => (${JSON.stringify(texts())});`, loader: "js" });
  return { name: "runtime-as-text", setup: ({ onLoad }) => onLoad({ filter: /[\\/]load[\\/]runtime-sources\.ts$/ }, load) };
}

/** The style and the script of the reference pages, as texts. */
function assetsAsText() {
  const folder = join(root, "generator/docs/assets");
  const texts = () => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const load = () => ({ contents: `export const assetTexts = () => (${JSON.stringify(texts())});`, loader: "js" });
  return { name: "assets-as-text", setup: ({ onLoad }) => onLoad({ filter: /[\\/]docs[\\/]asset-texts\.ts$/ }, load) };
}
