import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { startPrism } from "../../../generator/mock/prism-process.ts";
import { startMock } from "../../../generator/mock/start-mock.ts";
import { repository } from "../../support/typecheck.ts";
import { loadApi } from "./load-api.ts";
import { whenPrismRuns } from "./when-prism-runs.ts";

const path = join(repository, "tests/unit/mock/documents/examples-31.yaml");
/** Milliseconds for what will come, on however slow a machine. */
const patience = 300_000;
const started: { close: () => unknown }[] = [];
after(() => Promise.all(started.map((each) => each.close())));

test("bodies are Prism's once it is there, and the document's examples before", async () => {
  const mock = await startMock(await loadApi(path), { patience });
  started.push(mock);
  const ask = async () => (await fetch(`${mock.url}/weather/Paris`)).headers.get("specwright-mock");
  assert.equal(await ask(), "example");
  await whenPrismRuns(mock);
  assert.equal(await ask(), "prism");
  assert.deepEqual([mock.counts.example, mock.counts.prism], [1, 1]);
});

test("a body of Prism's that breaks the document is replaced, and counted", async () => {
  const mock = await startMock(await loadApi(join(repository, "tests/unit/mock/documents/keywords-31.yaml")), { seed: 1, patience });
  started.push(mock);
  await whenPrismRuns(mock);
  const answer = await fetch(`${mock.url}/conditional`);
  assert.deepEqual([answer.status, answer.headers.get("specwright-mock"), mock.counts.replaced], [200, "schema", 1]);
});

test("Prism is started again when it dies; no request is lost meanwhile", async () => {
  const lines: string[] = [];
  const prism = startPrism((line) => lines.push(line), () => patience);
  started.push(prism);
  await until(() => prism.state() === "running");
  const first = prism.pid() ?? 0;
  const asked = prism.ask({ key: "slow", document: () => oneBody, mock: { dynamic: false } });
  process.kill(first, "SIGKILL");
  await asked;
  await until(() => prism.state() === "running" && prism.pid() !== first);
  assert.equal(prism.restarts(), 1);
  assert.deepEqual(await prism.ask({ key: "again", document: () => oneBody, mock: { dynamic: false } }), { a: "string" });
  assert.equal(lines.length, 1);
});

test("where Prism hangs nobody waits for long, and what it hangs over twice is not asked for again", async () => {
  let wait = 200;
  const prism = startPrism(() => undefined, () => wait);
  started.push(prism);
  const ask = () => prism.ask({ key: "hangs", document: () => oneBody, mock: { dynamic: false } });
  for (const round of [1, 2]) {
    await until(() => prism.state() === "running");
    process.kill(prism.pid() ?? 0, "SIGSTOP");
    assert.equal(await ask(), undefined);
    await until(() => prism.restarts() === round);
  }
  await until(() => prism.state() === "running");
  wait = patience;
  assert.equal(await ask(), undefined);
  assert.deepEqual(await prism.ask({ key: "another", document: () => oneBody, mock: { dynamic: false } }), { a: "string" });
});

const program = build({
  stdin: { contents: `
    import { startPrism } from "./generator/mock/prism-process.ts";
    const prism = startPrism(() => undefined);
    setInterval(() => { if (prism.state() === "running") process.stdout.write(prism.pid() + "\\n"); }, 50);
  `, resolveDir: repository },
  bundle: true, write: false, format: "esm", platform: "node", logLevel: "error",
}).then(({ outputFiles: [file] }) => file?.text ?? "");

for (const signal of ["SIGKILL", "SIGTERM", "SIGHUP"] as const) {
  test(`Prism does not outlive a process that ends by ${signal}`, async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", await program], { cwd: repository, stdio: ["ignore", "pipe", "inherit"] });
    const pid = await new Promise<number>((resolve) => child.stdout.once("data", (chunk) => resolve(Number(String(chunk).trim().split("\n")[0]))));
    assert.ok(isAlive(pid));
    child.kill(signal);
    await until(() => !isAlive(pid));
  });
}

const oneBody = {
  openapi: "3.1.0", info: { title: "t", version: "1" },
  paths: { "/": { get: { responses: { 200: { description: "", content: { "application/json": { schema: { type: "object", required: ["a"], properties: { a: { type: "string" } } } } } } } } } },
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6000 && !holds(); tries++) await setTimeout(50);
  assert.ok(holds());
}
