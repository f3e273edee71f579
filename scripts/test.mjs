// Everything that `npm test` promises: the command line builds, all code type-checks, every test passes, and what is
// generated is up to date. Files named on the command line are the only tests that run then.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const named = process.argv.slice(2);
const files = named.length > 0 ? named.map((file) => resolve(root, file)) : testFiles("tests");

if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("What this needs is not installed. Run `npm ci` first.");
  process.exit(2);
}
// Only now, so that the line above is all that is said.
const { bundleTests } = await import("./bundle-tests.mjs");
const { gatherTests } = await import("./gather-tests.mjs");
const out = temporaryFolder();
// Of what cannot be bundled, esbuild has said why.
const bundles = await bundleTests(files, { root, out }).catch(() => []);
const scripts = bundles.length > 0 ? gatherTests(files, bundles, { root, out }) : [];
// Nothing depends on how fast a machine is; what hangs is ended all the same.
const testFlags = ["--enable-source-maps", "--test", "--test-concurrency=2", `--test-timeout=${15 * 60_000}`, "--test-reporter=spec"];
const passed = [
  run("build", ["scripts/build.mjs", "--bundle-only"]),
  run("type-check", ["node_modules/typescript7/bin/tsc", "--noEmit", "-p", "."]),
  scripts.length > 0 && run("tests", [...testFlags, ...scripts]),
  run("generate --check", ["dist/specwright.js", "generate", "--check"]),
];
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Runs Node with these arguments. Each part runs even where one before it failed, so that all of it is reported at once. */
function run(title, args) {
  console.log(`\n— ${title}`);
  const { status, signal, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (signal !== null) process.exit(1);
  if (status !== 0) console.log(`— ${title} failed`);
  return status === 0;
}

/** A folder in which node_modules are found, gone in the end. */
function temporaryFolder() {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "tests-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  // Ctrl-C ends what is running, and then what is awaited here.
  process.on("SIGINT", () => {});
  return folder;
}

/** Node 20 takes no glob for --test. */
function testFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
