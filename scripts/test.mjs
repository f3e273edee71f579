// Everything that `npm test` promises: the command line builds, all code type-checks, every test passes, and what is
// generated is up to date. Files named on the command line are the only tests that run then.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const named = process.argv.slice(2);
const files = named.length > 0 ? named : testFiles("tests");

if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("What this needs is not installed. Run `npm ci` first.");
  process.exit(2);
}
const passed = [
  run("build", ["scripts/build.mjs", "--bundle-only"]),
  run("type-check", ["node_modules/typescript7/bin/tsc", "--noEmit", "-p", "."]),
  run("tests", ["--import", "tsx", "--test", "--test-concurrency=2", "--test-reporter=spec", ...files]),
  run("generate --check", ["dist/specwright.js", "generate", "--check"]),
];
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Runs Node with these arguments. Each part runs even where one before it failed, so that all of it is reported at once. */
function run(title, args) {
  console.log(`\n— ${title}`);
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) console.log(`— ${title} failed`);
  return status === 0;
}

/** Node 20 takes no glob for --test. */
function testFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
