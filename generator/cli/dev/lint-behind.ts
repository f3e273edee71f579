import { spawn, type ChildProcess } from "node:child_process";
import { performance } from "node:perf_hooks";
import { isObject, type Json, member, parseJson } from "../../json.ts";
import type { Finding } from "../format/finding.ts";
import type { Io } from "../io.ts";

/** What a whole lint came to: its findings without their texts, or why there are none. */
export type LintOutcome = { readonly findings: readonly Finding[]; readonly time: number } | { readonly failure: string };

/** Lints in a process of its own, so that nothing waits for it. */
export type LintBehind = {
  /** Lints what is saved now. What still runs is cancelled, and not heard of again. */
  start(done: (outcome: LintOutcome) => void): void;
  stop(): void;
};

/** Prepares to run `specwright lint` on a document. */
export function lintBehind(document: string, { remote, io }: { remote: boolean; io: Io }): LintBehind {
  let running: ChildProcess | undefined;
  const stop = (): void => {
    running?.kill("SIGKILL");
    running = undefined;
  };
  return {
    stop,
    start(done) {
      stop();
      const begin = performance.now();
      const [node = process.execPath, ...words] = io.program;
      const child = spawn(node, [...words, "lint", document, "--format", "json", ...(remote ? ["--remote"] : [])], { cwd: io.cwd, stdio: ["ignore", "pipe", "pipe"] });
      running = child;
      const printed = { out: "", err: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => void (printed.out += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => void (printed.err += text));
      const finish = (outcome: LintOutcome): void => {
        if (running !== child) return;
        running = undefined;
        done(outcome);
      };
      child.on("error", ({ message }) => finish({ failure: message }));
      child.on("close", () => {
        const findings = findingsIn(printed.out);
        finish(findings === undefined ? { failure: printed.err.trim().split("\n")[0] ?? "" } : { findings, time: performance.now() - begin });
      });
    },
  };
}

/** What `--format json` has printed. */
function findingsIn(text: string): Finding[] | undefined {
  const rows = parseJson(text);
  return Array.isArray(rows) ? rows.flatMap(findingIn) : undefined;
}

function findingIn(row: Json): Finding[] {
  if (!isObject(row)) return [];
  const word = (name: string): string => String(member(row, name) ?? "");
  const help = member(row, "help");
  return [{
    file: word("file"), line: Number(member(row, "line")), column: Number(member(row, "column")), severity: word("severity") === "error" ? "error" : "warning",
    code: word("code"), message: word("message"), ...(typeof help === "string" && { help }),
  }];
}
