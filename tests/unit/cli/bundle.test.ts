import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { documentWith, folderWith } from "./run-main.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let dist = "";

before(async () => {
  dist = await mkdtemp(join(tmpdir(), "specwright-dist-"));
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", "--bundle-only", "--out", dist], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

after(() => rm(dist, { recursive: true, force: true }));

/** Prints every module that is asked for, on stderr, in front of whatever the program itself says there. */
const spy = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  register("data:text/javascript," + encodeURIComponent(
    "import { writeSync } from 'node:fs';" +
    "export async function resolve(specifier, context, next) { writeSync(2, 'asked for ' + specifier + '\\\\n'); return next(specifier, context); }"
  ));
`)}`;

function specwright(cwd: string, argv: string[], options: { input?: string; nodeFlags?: string[] } = {}) {
  return spawnSync(process.execPath, [...(options.nodeFlags ?? []), join(dist, "specwright.js"), ...argv], {
    cwd,
    encoding: "utf8",
    ...(options.input !== undefined && { input: options.input }),
  });
}

function modulesOf(cwd: string, argv: string[]): string[] {
  const { stderr, status } = specwright(cwd, argv, { nodeFlags: ["--import", spy] });
  assert.equal(status, 0, stderr);
  return [...stderr.matchAll(/^asked for (.*)$/gm)].flatMap(([, specifier]) => (specifier === undefined ? [] : [specifier]));
}

test("generate asks for nothing but Node's own modules and our own chunks", async (t) => {
  const folder = await folderWith(t, { "a.yaml": documentWith("Pet") });
  const modules = modulesOf(folder, ["generate", "a.yaml"]);
  assert.ok(modules.includes("node:fs/promises"), "the spy sees modules");
  assert.deepEqual(modules.filter((specifier) => !/^(node:|\.|file:|data:)/.test(specifier) && specifier !== "module"), []);
});

test("a JSON document is generated without the YAML parser, and a clean one without the printers of findings", async (t) => {
  const folder = await folderWith(t, { "a.yaml": documentWith("Pet"), "a.json": JSON.stringify({ openapi: "3.1.1", info: { title: "T", version: "1" }, paths: {} }) });
  const chunks = (document: string) => modulesOf(folder, ["generate", document]).filter((specifier) => /parse-yaml|finding|lint/.test(specifier));
  assert.deepEqual(chunks("a.json"), []);
  assert.match(chunks("a.yaml").join(), /parse-yaml/);
});

test("the built program runs from a pipe to a pipe, through a link to it", async (t) => {
  const folder = await folderWith(t, {});
  await symlink(join(dist, "specwright.js"), join(folder, "specwright"));
  const argv = ["generate", "-", "--out", "-", "--only", "types"];
  const { stdout, status } = spawnSync(join(folder, "specwright"), argv, { cwd: folder, input: documentWith("Pet"), encoding: "utf8" });
  assert.equal(status, 0);
  assert.match(stdout, /export type Pet =/);
});

test("exit codes reach the shell", async (t) => {
  const folder = await folderWith(t, { "broken.yaml": "openapi: {" });
  assert.deepEqual([["--help"], ["generate", "broken.yaml"], ["genrate"]].map((argv) => specwright(folder, argv).status), [0, 1, 2]);
});
