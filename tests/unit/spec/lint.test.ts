import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { objectOf, repository } from "./bundled-spec.ts";

test("Redocly's strictest rules find nothing in the contract", async () => {
  const { code, report } = await lint(repository);
  assert.deepEqual(report["problems"], []);
  assert.deepEqual(report["totals"], { errors: 0, warnings: 0, ignored: 0 });
  assert.equal(code, 0);
});

test("they would find a fault", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "specwright-spec-"));
  context.after(() => rm(folder, { recursive: true }));
  await cp(join(repository, "spec"), join(folder, "spec"), { recursive: true });
  await cp(join(repository, "redocly.yaml"), join(folder, "redocly.yaml"));
  const example = join(folder, "spec/examples/one-node.yaml");
  await writeFile(example, (await readFile(example, "utf8")).replace("total: 1", "total: 1.5"));
  const { code, report } = await lint(folder);
  assert.match(JSON.stringify(report["problems"]), /no-invalid-media-type-examples/);
  assert.equal(code, 1);
});

test("no rule is turned off and nothing is ignored", async () => {
  const configuration: Json = parse(await readFile(join(repository, "redocly.yaml"), "utf8"));
  assert.deepEqual(objectOf(configuration)["extends"], ["recommended-strict"]);
  assert.doesNotMatch(JSON.stringify(configuration), /"(rules|plugins|decorators|preprocessors)":/);
  assert.equal(existsSync(join(repository, ".redocly.lint-ignore.yaml")), false);
});

/** Runs the linter in a folder with its own redocly.yaml, whose mistakes count as errors. */
function lint(folder: string): Promise<{ code: number; report: JsonObject }> {
  const cli = join(repository, "node_modules/@redocly/cli/bin/cli.js");
  const words = [cli, "lint", "--format", "json", "--lint-config", "error"];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" }; // Else it goes out to the network, to count its users.
  return new Promise((resolve) => {
    const child = execFile(process.execPath, words, { cwd: folder, env, timeout: 300_000 }, (_error, stdout) => {
      const report: Json = JSON.parse(stdout);
      resolve({ code: child.exitCode ?? -1, report: objectOf(report) });
    });
  });
}
