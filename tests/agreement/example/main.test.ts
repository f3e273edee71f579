import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { repository } from "../../support/typecheck.ts";

const folder = mkdtempSync(join(tmpdir(), "example-"));
// What `npm run example` runs by tsx, which is quicker to start.
const bundled = join(folder, "example.mjs");
await build({ entryPoints: [join(repository, "spec/example/main.ts")], outfile: bundled, bundle: true, format: "esm", platform: "node", logLevel: "error" });

const started: ChildProcess[] = [];
after(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

test("npm run example says how to talk to it, answers, and ends with Ctrl-C", async () => {
  const { child, output } = start(["--import", "tsx", "spec/example/main.ts"], "--port", "0", "--fail", "node-3");
  const text = await output(/_clear_cache"/);
  const command = /curl .*$/m.exec(text)?.[0] ?? "";
  const [url = "", key = ""] = [/ELASTICSEARCH_URL=(\S+)/, /ELASTIC_API_KEY=(\S+)/].map((pattern) => pattern.exec(text)?.[1]);
  const target = command.slice(command.lastIndexOf(' "') + 2, -1).replace("$ELASTICSEARCH_URL", url);
  const response = await fetch(target, { method: "POST", headers: { authorization: `ApiKey ${key}` } });
  assert.equal(response.status, 200);
  assert.match(await response.text(), /"total":3,"successful":2,"failed":1/);
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "close"), [0, null]);
});

test("a port in use is said, and how to take another", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { child, output } = start([bundled], "--port", String(port));
  const [exit, text] = await Promise.all([once(child, "close"), output(/\n/)]);
  other.close();
  assert.deepEqual(exit, [2, null]);
  assert.equal(text, `Port ${port} is in use. Take another: npm run example -- --port 9201\n`);
});

for (const [args, message] of [
  [["--port", "x"], '"x" is no port. Ports are numbers up to 65535.\n'],
  [["--port", "70000"], '"70000" is no port. Ports are numbers up to 65535.\n'],
  [["--fail", "node-9"], 'There is no node "node-9". The nodes are node-1, node-2, node-3.\n'],
] as const) {
  test(`${args.join(" ")} is refused with a reason`, async () => {
    const { child, output } = start([bundled], ...args);
    const [exit, text] = await Promise.all([once(child, "close"), output(/\n/)]);
    assert.deepEqual([exit, text], [[2, null], message]);
  });
}

function start(program: readonly string[], ...args: readonly string[]): { child: ChildProcess; output: (last: RegExp) => Promise<string> } {
  const child = spawn(process.execPath, [...program, ...args], { cwd: repository, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let text = "";
  let isOver = false;
  child.once("close", () => (isOver = true));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => void (text += chunk));
  const output = async (last: RegExp) => {
    while (!last.test(text) && !isOver) await new Promise((resolve) => setTimeout(resolve, 10));
    return text;
  };
  return { child, output };
}
