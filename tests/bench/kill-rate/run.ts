import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Kind, kinds, type Mutant } from "../../faulty/mutant.ts";
import { loadSubjects, type Subject, testSubject } from "../../faulty/subjects.ts";
import { operationsOf, verdictOn } from "../../faulty/try-mutant.ts";
import { checkedByJestOpenapi } from "./jest-openapi.ts";
import { watchedByPrism } from "./prism-proxy.ts";
import { most, record } from "./recorded.ts";

type Row = { readonly subject: string; readonly kind: Kind; readonly mutant: Mutant; readonly ours: number; readonly others: number; readonly prism: boolean; readonly jest: boolean };

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
  const recorded = await record(subject);
  const prism = await watchedByPrism(subject, recorded);
  const jest = checkedByJestOpenapi(subject, recorded);
  try {
    for (const kind of kinds) {
      for (const mutant of subject.mutants[kind] ?? []) {
        const { expected, others } = verdictOn(mutant, await testSubject(subject, mutant.fault, { operations: operationsOf(mutant) }));
        rows.push({ subject: subject.name, kind, mutant, ours: expected.length, others: others.length, prism: await prism.finds(mutant), jest: await jest.finds(mutant) });
      }
    }
  } finally {
    await prism.close();
  }
  return rows;
}

function report(correct: readonly string[], rows: readonly Row[]): string {
  const rate = (some: readonly Row[], found: (row: Row) => boolean | undefined) => `${some.filter((row) => found(row) === true).length}/${some.length}`;
  const line = (name: string, some: readonly Row[]) =>
    `| ${name} | ${rate(some, ({ ours }) => ours > 0)} | ${rate(some, ({ ours, others }) => ours === 1 && others === 0)} | ${rate(some, ({ prism }) => prism)} | ${rate(some, ({ jest }) => jest)} |`;
  const missed = rows.filter(({ ours }) => ours === 0).map(({ subject, kind, mutant }) => `- ${subject}, ${kind}: ${mutant.name} (\`${mutant.on}\`)`);
  return [
    "# Bench: faulty servers that are found", "",
    `${new Date().toISOString().slice(0, 10)}. Each server does one thing wrong: a small change to one that is right (\`tests/faulty/\`). It counts as found if a finding names`,
    "the operation and the right kind of defect; what is said of several operations in the same words is one finding, as people are shown it.",
    `Prism's proxy and jest-openapi 0.14.2 are passive: they see the first ${most} valid requests of each operation that we send to the correct server, and`,
    "count as finding a server if they say something that they do not say of the correct one. jest-openapi refuses OpenAPI 3.1 and 3.2: it is given the documents",
    "in 3.0, without what 3.0 cannot say (`tests/bench/kill-rate/as-openapi-30.ts`: tuples, `contains`, conditions, patterns of members, what is",
    "unevaluated or depends on other members, items of streams). Prism is told that 3.2 is 3.1.",
    "Mutants are tested with the operations that they concern; the correct servers with all of them. `npm run bench -- kill-rate --write` writes this file.", "",
    "203 of these servers, the observatory, were written on 2026-11-24 before the tester was held against them: it found 131 (65 %) for what was wrong",
    "with them, and 15 more by a false alarm of its own, for it rounded ids beyond 2^53. Of 484 that was 410 (85 %). What it finds below is after mending. Ten of the servers were",
    "mended as well: they did two things wrong, or none.", "",
    "| kind | found | by one finding, and nothing else | Prism's proxy | jest-openapi |", "|---|---:|---:|---:|---:|",
    ...kinds.map((kind) => line(kind, rows.filter((row) => row.kind === kind))), line("**all**", rows), "",
    "Not found:", "", ...(missed.length === 0 ? ["- none"] : missed), "",
    `| correct server | operations | requests | CPU s, first run | CPU s, median | findings in ${seeds} seeds |`, "|---|---:|---:|---:|---:|---:|", ...correct, "",
    "CPU is that of the tester and the server together: they share a process.", "",
  ].join("\n");
}
