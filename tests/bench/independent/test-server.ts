import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.ts";
import type { IndependentServer } from "./servers.ts";
import { startServer } from "./start-server.ts";

/** A finding as `--report json` has it: what is looked at here. */
export type Told = { readonly code: string; readonly severity: "error" | "warning"; readonly operation: string; readonly message: string; readonly curl: string };

/** What came of a run: its findings, how much was asked, and the processor time that asking took. */
export type ServerRun = { readonly findings: readonly Told[]; readonly operations: number; readonly requests: number; readonly stopped?: string; readonly cpuSeconds: number };

/** Runs `specwright test --url` against a server that has just been started, all phases, as a process of its own. */
export async function testServer(tool: string, server: IndependentServer, seed: number): Promise<ServerRun> {
  const folder = prepare(server);
  const scratch = mkdtempSync(join(tmpdir(), "specwright-independent-"));
  const running = await startServer(server.module, folder);
  try {
    const document = "url" in server.document ? running.url + server.document.url : join(folder, server.document.file);
    const report = join(scratch, "report.json");
    const args = ["test", document, "--url", running.url + (server.basePath ?? ""), "--seed", String(seed), "--report", `json=${report}`, "--format", "json"];
    const more = [...(server.hooks === undefined ? [] : ["--hooks", join(folder, server.hooks)]), ...(server.maxRequests === undefined ? [] : ["--max-requests", String(server.maxRequests)])];
    const cpuSeconds = await run(tool, [...args, ...more], { ...server.credentials, RESOURCE_USAGE_FILE: join(scratch, "usage") });
    const told: { findings: Told[]; requests: number; stopped?: string; coverage: { operations: unknown[] } } = JSON.parse(readFileSync(report, "utf8"));
    return { findings: told.findings, operations: told.coverage.operations.length, requests: told.requests, ...(told.stopped !== undefined && { stopped: told.stopped }), cpuSeconds };
  } finally {
    await running.stop();
    rmSync(scratch, { recursive: true });
  }
}

/** The processor time of the tool, which ends with 1 where it found something. */
async function run(tool: string, args: readonly string[], environment: { readonly RESOURCE_USAGE_FILE: string }): Promise<number> {
  const preload = fileURLToPath(new URL("../resource-usage.cjs", import.meta.url));
  const child = spawn(process.execPath, [tool, ...args], { env: { ...process.env, ...environment, NODE_OPTIONS: `--require=${preload}` }, stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const [status] = await once(child, "exit");
  if (status !== 0 && status !== 1) throw new Error(`specwright ${args.join(" ")} ended with ${status}:\n${said.join("")}`);
  const [microseconds = "0"] = readFileSync(environment.RESOURCE_USAGE_FILE, "utf8").split(" ");
  return Number(microseconds) / 1e6;
}
