import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Api } from "../model/api.ts";
import { displayName } from "./format/display-name.ts";
import { printable } from "./format/printable.ts";
import type { ExitCode, Io } from "./io.ts";

/**
 * Starts a mock of a document on a free port, has `first-call.ts` beside the document ask it by the generated client, prints what that says,
 * and stops the mock. 1 where the call fails; nothing is done where there is no such file.
 */
export async function firstCall(input: string, api: Api, io: Io): Promise<ExitCode> {
  const script = join(dirname(input), "first-call.ts");
  if (!existsSync(script)) return 0;
  const { startMock } = await import("../mock/start-mock.ts");
  const mock = await startMock(api, { port: 0, log: (line) => io.err(`mock: ${line}\n`) });
  try {
    io.out(`\nA mock of ${displayName(input, io.cwd)} on ${mock.url}, asked by ${displayName(script, io.cwd)}:\n`);
    const { exit, out, err } = await runScript(script, mock.url, io);
    io.out(printable(out));
    if (exit === 0) return 0;
    io.err(printable(err));
    io.err(`${displayName(script, io.cwd)} ended with ${exit}: the mock and the generated client do not understand each other, or the script is out of date.\n`);
    return 1;
  } finally {
    await mock.close();
  }
}

type Ran = { readonly exit: number | string; readonly out: string; readonly err: string };

/** TypeScript is run by tsx, which this repository has; a process of its own has no part in ours. */
function runScript(script: string, url: string, { cwd }: Io): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, url], { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: 30_000 });
    const printed = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed.err += text));
    child.on("error", ({ message }) => resolve({ exit: message, ...printed }));
    child.on("close", (code, signal) => resolve({ exit: code ?? signal ?? "nothing", ...printed }));
  });
}
