import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";

/** A document, and an edit of a file of it that changes code: a text that is there, and what takes its place. */
type Subject = { name: string; document: string; file: string; text: string; other: string; saves: number; goal: number };

const subjects: Subject[] = [
  { name: "first contract", document: join(repository, "spec/openapi.yaml"), file: "schemas/NodeStatistics.yaml", text: "type: integer", other: "type: number", saves: 12, goal: 150 },
  { name: "GitHub", document: join(corpusFolder, "real/github.json"), file: "github.json", text: '"starred_at"', other: '"starred_on"', saves: 8, goal: 1500 },
];

/** Measures `specwright dev` from a save to the code that it gives, which is on disk then. `write` keeps the table. */
export async function benchDev(tool: string, { write }: { write: boolean }): Promise<void> {
  const rows: string[] = [];
  for (const subject of subjects) rows.push(existsSync(subject.document) ? await measured(tool, subject) : `| ${subject.name} | not there | | | | |`);
  const text = [
    "# Benchmark: the live loop",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, whose load was ${loadavg()[0]?.toFixed(1)}. From the last byte of a save to the last of the code on disk,`,
    "and of it what is not waiting for the save to be over; the mock, Prism and the page's server run beside it, and Redocly's lint of the",
    "save before is cancelled. `npm run bench -- dev --write` writes this file.",
    "",
    "| document | save to code, least ms | middle ms | goal ms | of it, reading to writing: least ms | middle ms |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../DEV.md", import.meta.url)), text);
}

async function measured(tool: string, { name, document, file, text, other, saves, goal }: Subject): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-bench-dev-"));
  // A document of one file is not copied with all its neighbours.
  cpSync(file === basename(document) ? document : dirname(document), file === basename(document) ? join(folder, file) : folder, { recursive: true });
  const child = spawn(process.execPath, [tool, "dev", basename(document), "--port", "0", "--mock-port", "0"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const heard = listenTo(child.stderr);
  try {
    await heard.next(/Watching/);
    const before = readFileSync(join(folder, file), "utf8");
    if (!before.includes(text)) throw new Error(`${file} has no ${text}`);
    const whole: number[] = [];
    const own: number[] = [];
    for (let save = 0; save < saves; save++) {
      writeFileSync(join(folder, file), save % 2 === 0 ? before.replaceAll(text, other) : before);
      const start = performance.now();
      const [, milliseconds] = await heard.next(/unchanged in (\d+) ms/);
      whole.push(performance.now() - start);
      own.push(Number(milliseconds));
      await heard.next(/Watching/);
    }
    return `| ${name} | ${least(whole)} | ${middle(whole)} | ${goal} | ${least(own)} | ${middle(own)} |`;
  } finally {
    child.kill("SIGINT");
    await once(child, "exit");
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
}

/** Waits for words of a program, one after the other. */
function listenTo(stream: NodeJS.ReadableStream): { next(pattern: RegExp): Promise<RegExpExecArray> } {
  let printed = "";
  stream.setEncoding("utf8").on("data", (text: string) => void (printed += text));
  return {
    async next(pattern) {
      for (;;) {
        const found = pattern.exec(printed);
        if (found !== null) {
          printed = printed.slice(found.index + found[0].length);
          return found;
        }
        await once(stream, "data", { signal: AbortSignal.timeout(120_000) });
      }
    },
  };
}

function least(times: readonly number[]): string {
  return Math.min(...times).toFixed(0);
}

function middle(times: readonly number[]): string {
  return ([...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0).toFixed(0);
}
