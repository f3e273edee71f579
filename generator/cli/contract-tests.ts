import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isObject, parseJson } from "../json.ts";
import { displayName } from "./format/display-name.ts";
import type { ExitCode, Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Tests the mock of a document against it, and the server that `example/router.ts` beside the document exports, with the credentials of
 * `example/credentials.json`. Findings are printed, and what was tested in a line for each; 1 where there are any.
 */
export async function contractTests(input: string, io: Io): Promise<ExitCode> {
  const folder = join(dirname(input), "example");
  const router = join(folder, "router.ts");
  const servers = [
    { name: "its mock", runner: [], flags: ["--mock"] },
    ...(existsSync(router) ? [{ name: displayName(router, io.cwd), runner: ["--import", "tsx"], flags: ["--server", router, ...(await authFlags(join(folder, "credentials.json")))] }] : []),
  ];
  io.out(`\nContract tests of ${displayName(input, io.cwd)}:\n`);
  const summaries: string[] = [];
  let worst: ExitCode = 0;
  for (const { name, runner, flags } of servers) {
    const { exit, out, summary } = await testWith(runner, ["test", input, ...flags], io);
    io.out(out);
    summaries.push(`  ${name}: ${verdictOf(exit)} ${summary}`);
    if (exit !== 0) worst = 1;
  }
  io.out(`${summaries.join("\n")}\n`);
  return worst;
}

function verdictOf(exit: number | string): string {
  return exit === 0 ? "keeps the contract." : exit === 1 ? "breaks the contract, see above." : `could not be tested (${exit}).`;
}

/** `--auth SCHEME=CREDENTIAL` for each member of a file. */
async function authFlags(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const credentials = parseJson(await readFile(path, "utf8"));
  if (!isObject(credentials)) throw new UsageError(`${path} is no object of credentials by security scheme.`);
  return Object.entries(credentials).flatMap(([scheme, value]) => ["--auth", `${scheme}=${String(value)}`]);
}

type Ran = { readonly exit: number | string; readonly out: string; readonly summary: string };

/** A process of its own: tsx is the `runner` of a server in TypeScript, and what the server logs is not mixed with what we say. */
function testWith(runner: readonly string[], argv: readonly string[], { cwd, env, program: [node = process.execPath, ...words] }: Io): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(node, [...runner, ...words, ...argv], { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"], timeout: 120_000 });
    const printed = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed.err += text));
    child.on("error", ({ message }) => resolve({ exit: message, out: printed.out, summary: "" }));
    child.on("close", (code, signal) => {
      const last = printed.err.trimEnd().split("\n").at(-1) ?? "";
      const isTold = code === 0 || code === 1;
      resolve({ exit: code ?? signal ?? "nothing", out: isTold ? printed.out : printed.out + printed.err, summary: isTold ? last : "" });
    });
  });
}
