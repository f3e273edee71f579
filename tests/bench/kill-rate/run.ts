import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Kind, kinds, type Mutant } from "../../faulty/mutant.ts";
import { loadSubjects, type Subject, testSubject } from "../../faulty/subjects.ts";
import { operationsOf, verdictOn } from "../../faulty/try-mutant.ts";
import { watchedByPrism } from "./prism-proxy.ts";

type Row = { readonly subject: string; readonly kind: Kind; readonly mutant: Mutant; readonly ours: number; readonly others: number; readonly prism: boolean | undefined };

const seeds = 20;

/** Measures how many faulty servers are found, by kind, beside Prism's proxy on the same servers; and what is said of the correct ones. */
export async function benchKillRate({ write }: { write: boolean }): Promise<void> {
  const subjects = Object.values(await loadSubjects());
  const correct: string[] = [];
  for (const subject of subjects) correct.push(await correctRow(subject));
  const rows: Row[] = [];
  for (const subject of subjects) rows.push(...(await rowsOf(subject)));
  const text = report(correct, rows);
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../KILL_RATE.md", import.meta.url)), text);
}

async function correctRow(subject: Subject): Promise<string> {
  const spent: number[] = [];
  let alarms = 0;
  let requests = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const start = process.cpuUsage();
    const report = await testSubject(subject, undefined, { seed });
    const { user, system } = process.cpuUsage(start);
    spent.push((user + system) / 1e6);
    alarms += report.findings.length;
    requests = report.requests;
  }
  const sorted = spent.toSorted((one, other) => one - other);
  return `| ${subject.name} | ${subject.api.operations.length} | ${requests} | ${(spent[0] ?? 0).toFixed(1)} | ${(sorted[seeds / 2] ?? 0).toFixed(1)} | ${alarms} |`;
}

async function rowsOf(subject: Subject): Promise<Row[]> {
  const rows: Row[] = [];
  const prism = await watchedByPrism(subject);
  try {
    for (const kind of kinds) {
      for (const mutant of subject.mutants[kind] ?? []) {
        const { expected, others } = verdictOn(mutant, await testSubject(subject, mutant.fault, { operations: operationsOf(mutant) }));
        rows.push({ subject: subject.name, kind, mutant, ours: expected.length, others: others.length, prism: await prism?.finds(mutant) });
      }
    }
  } finally {
    await prism?.close();
  }
  return rows;
}

function report(correct: readonly string[], rows: readonly Row[]): string {
  const rate = (some: readonly Row[], found: (row: Row) => boolean | undefined) => `${some.filter((row) => found(row) === true).length}/${some.length}`;
  const line = (name: string, some: readonly Row[]) =>
    `| ${name} | ${rate(some, ({ ours }) => ours > 0)} | ${rate(some, ({ ours, others }) => ours === 1 && others === 0)} | ${some.some(({ prism }) => prism !== undefined) ? rate(some, ({ prism }) => prism) : "-"} |`;
  const missed = rows.filter(({ ours }) => ours === 0).map(({ subject, kind, mutant }) => `- ${subject}, ${kind}: ${mutant.name} (\`${mutant.on}\`)`);
  return [
    "# Bench: faulty servers that are found", "",
    `${new Date().toISOString().slice(0, 10)}. Each server does one thing wrong: a small change to one that is right (\`tests/faulty/\`). It counts as found if a finding names`,
    "the operation and the right kind of defect. Prism's proxy is passive: it is sent the valid requests that we send to the correct server, those of the",
    "operations concerned, and counts as finding a server if it says something that it does not say of the correct one. jest-openapi was not run: 0.14.2",
    "refuses OpenAPI 3.1, which both documents are. Mutants are tested with the operations that they concern; the correct servers with all of them.",
    "`npm run bench -- kill-rate --write` writes this file.", "",
    "| kind | found | by one finding, and nothing else | Prism's proxy |", "|---|---:|---:|---:|",
    ...kinds.map((kind) => line(kind, rows.filter((row) => row.kind === kind))), line("**all**", rows), "",
    "Not found:", "", ...(missed.length === 0 ? ["- none"] : missed), "",
    `| correct server | operations | requests | CPU s, first run | CPU s, median | findings in ${seeds} seeds |`, "|---|---:|---:|---:|---:|---:|", ...correct, "",
    "CPU is that of the tester and the server together: they share a process.", "",
  ].join("\n");
}
