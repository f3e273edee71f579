import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { documentWith, folderWith, run } from "./run-main.ts";

// `documentWith` gives the least that generation needs, which Redocly has its opinions about.
const lenient = "extends: [minimal]\nrules: { operation-summary: off, security-defined: off, no-empty-servers: off }\n";

test("lint reports on stdout and exits with 1 for an error", async (t) => {
  const folder = await folderWith(t, { "redocly.yaml": lenient, "a.yaml": documentWith("Pet").replace("/schemas/Pet", "/schemas/Pte") });
  const { exit, out } = await run(folder, ["lint", "a.yaml"]);
  assert.match(out, /^a\.yaml:10:\d+ {2}error {2}/m);
  assert.match(out, /\| .*#\/components\/schemas\/Pte/);
  assert.equal(exit, 1);
});

test("lint says on stderr that there is nothing to say, and exits with 0", async (t) => {
  const folder = await folderWith(t, { "redocly.yaml": `${lenient}apis: { pets: { root: a.yaml } }\n`, "a.yaml": documentWith("Pet") });
  assert.deepEqual(await run(folder, ["lint"]), { exit: 0, out: "", err: "a.yaml: nothing to report\n" });
});

test("lint --format json is an array on stdout", async (t) => {
  const folder = await folderWith(t, { "a.yaml": "openapi: {\n" });
  const { exit, out } = await run(folder, ["lint", "a.yaml", "--format", "json"]);
  const rows: { severity: string }[] = JSON.parse(out);
  assert.ok(rows.some(({ severity }) => severity === "error"));
  assert.equal(exit, 1);
});

test("lint of what is not there is unreadable input", async (t) => {
  const { exit, out } = await run(await folderWith(t, {}), ["lint", "nope.yaml"]);
  assert.match(out, /unreadable/);
  assert.equal(exit, 2);
});

test("start lints, generates and reports", async (t) => {
  const folder = await folderWith(t, { "redocly.yaml": `${lenient}apis: { pets: { root: a.yaml } }\n`, "a.yaml": documentWith("Pet") });
  const { exit, out } = await run(folder, ["start"]);
  assert.equal(exit, 0);
  assert.match(out, /a\.yaml: Pets, 1 operation, 1 schema\n {2}generated\/types\.ts {2}[\d,]+ bytes\n[^]*lint \d+ ms, generate \d+ ms\n[^]*\n {2}its mock: keeps the contract\..*\n$/);
});

test("start stops at the first error, and writes nothing", async (t) => {
  const folder = await folderWith(t, { "redocly.yaml": "apis: { pets: { root: a.yaml } }\n", "a.yaml": "openapi: {" });
  assert.equal((await run(folder, ["start"])).exit, 1);
  assert.deepEqual((await readdir(folder)).sort(), ["a.yaml", "redocly.yaml"]);
});
