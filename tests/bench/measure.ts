import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a command used: processor time of all its processes, user and system, and the memory of the largest. */
export type Usage = { cpuSeconds: number; peakMegabytes: number };

/** A command is made for an empty folder to write to: `(folder) => ["dist/specwright.js", "generate", …]`. */
export type Command = (folder: string) => readonly string[];

/**
 * The least that each command used in a number of rounds. They take turns, and begin in turn, so that what else the
 * machine does meets them alike; the least is what the command itself needs.
 */
export function measureInTurns<Name extends string>(commands: Record<Name, Command>, rounds: number): Map<string, Usage> {
  const least = new Map<string, Usage>();
  const entries: [string, Command][] = Object.entries(commands);
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of round % 2 === 0 ? entries : [...entries].reverse()) {
      const usage = measure(command);
      const known = least.get(name) ?? usage;
      least.set(name, {
        cpuSeconds: Math.min(known.cpuSeconds, usage.cpuSeconds),
        peakMegabytes: Math.min(known.peakMegabytes, usage.peakMegabytes),
      });
    }
  }
  return least;
}

function measure(command: Command): Usage {
  const folder = mkdtempSync(join(tmpdir(), "specwright-bench-"));
  const usageFile = join(folder, "usage");
  const preload = fileURLToPath(new URL("./resource-usage.cjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, command(folder), {
    cwd: folder, // openapi-typescript goes by a redocly.yaml that it finds, and writes where that says
    env: { ...process.env, NODE_OPTIONS: `--require=${preload}`, RESOURCE_USAGE_FILE: usageFile },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command("").join(" ")} ended with ${status}:\n${stderr}`);
  const processes = readFileSync(usageFile, "utf8").trim().split("\n").map((line) => line.split(" ").map(Number));
  rmSync(folder, { recursive: true });
  return {
    cpuSeconds: processes.reduce((sum, [cpu = 0]) => sum + cpu, 0) / 1e6,
    peakMegabytes: Math.max(...processes.map(([, kilobytes = 0]) => kilobytes)) / 1024,
  };
}
