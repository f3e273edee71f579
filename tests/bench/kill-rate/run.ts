import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kinds } from "../../faulty/mutant.ts";
import { loadSubjects } from "../../faulty/subjects.ts";
import { type Measured, type Row, seeds } from "./measure-subject.ts";
import { most } from "./recorded.ts";

/** Measures how many faulty servers are found, by kind, beside Prism's proxy and jest-openapi on the same servers; and what is said of the correct ones. Two processes at a time. Of each kind every so manieth is tried, where not all are. */
export async function benchKillRate({ write, every }: { write: boolean; every: number }): Promise<void> {
  const subjects = Object.values(await loadSubjects());
  const names = subjects.map(({ name }) => name);
  const measured = new Map<string, Measured>();
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) measured.set(name, await measuredApart(name, every));
  };
  await Promise.all([work(), work()]);
  const all = names.flatMap((name) => measured.get(name) ?? []);
  const count = subjects.flatMap(({ mutants }) => Object.values(mutants).flat()).length;
  const text = report(all.map(({ correct }) => correct), all.flatMap(({ rows }) => rows), { every, count });
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../KILL_RATE.md", import.meta.url)), text);
}

function measuredApart(name: string, every: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL("measure-subject.ts", import.meta.url)), [name, String(every)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    child.on("message", resolve);
    child.on("exit", (code) => reject(new Error(`Measuring ${name} ended with ${code}`)));
  });
}

function report(correct: readonly string[], rows: readonly Row[], { every, count }: { every: number; count: number }): string {
  const rate = (some: readonly Row[], found: (row: Row) => boolean | undefined) => `${some.filter((row) => found(row) === true).length}/${some.length}`;
  const line = (name: string, some: readonly Row[]) =>
    `| ${name} | ${rate(some, ({ ours }) => ours > 0)} | ${rate(some, ({ ours, others }) => ours === 1 && others === 0)} | ${rate(some, ({ prism }) => prism)} | ${rate(some, ({ jest }) => jest)} |`;
  const missed = rows.filter(({ ours }) => ours === 0).map(({ subject, kind, name, on }) => `- ${subject}, ${kind}: ${name} (\`${on}\`)`);
  return [
    "# Bench: faulty servers that are found", "",
    `${new Date().toISOString().slice(0, 10)}. Each server does one thing wrong: a small change to one that is right (\`tests/faulty/\`). It counts as found if a finding names`,
    "the operation and the right kind of defect; what is said of several operations in the same words is one finding, as people are shown it.",
    `Prism's proxy and jest-openapi 0.14.2 are passive: they see the first ${most} valid requests of each operation that we send to the correct server, and`,
    "count as finding a server if they say something that they do not say of the correct one. jest-openapi refuses OpenAPI 3.1 and 3.2: it is given the documents",
    "in 3.0, without what 3.0 cannot say (`tests/bench/kill-rate/as-openapi-30.ts`: tuples, `contains`, conditions, patterns of members, what is",
    "unevaluated or depends on other members, items of streams). Prism is told that 3.2 is 3.1.",
    "Mutants are tested with the operations that they concern; the correct servers with all of them. `npm run bench -- kill-rate --write` writes this file.",
    ...(every === 1 ? [] : [`There are ${count.toLocaleString("en")} of them, of which the tables have ${rows.length}: of each kind and API every ${every} in their order (\`--every ${every}\`).`]), "",
    "203 of these servers, the observatory, were written on 2026-11-24 before the tester was held against them: it found 131 (65 %) for what was wrong",
    "with them, and 15 more by a false alarm of its own, for it rounded ids beyond 2^53. Of 484 that was 410 (85 %). Ten of the servers were",
    "mended as well: they did two things wrong, or none.", "",
    "319 more, the agency, were written on 2026-11-30 in the same way, with a document of OpenAPI 3.0 as most are. At first sight it found 235 (74 %) for what was wrong with them, 205 of them by one",
    "finding and nothing else but what it said of the correct server as well: example 44 of 44, params 25 of 32, boundary 25 of 28, negative 48 of 57, auth 14 of 19,",
    "protocol 32 of 36, stateful 19 of 44, pagination 22 of 28, semantic 6 of 31. Of the correct server it said six things in each of five seeds, of three kinds, and all wrong: a",
    "session was refused that it had ended itself, a cursor that it had made up was refused, and rows were missing that a next page had. What it finds below is after",
    "mending. Of these servers, those that read bodies of JSON otherwise took what is no UTF-8 as well, five took days that there are not, one forgot its own tags, and three could",
    "not be seen where they were looked for: they were mended too.", "",
    "415 more, the depot, were written on 2026-11-30 in the same way, with a server that reads requests by code of its own: at first sight 321 (77 %) were found,",
    "by kind 53 of 53 (example), 39 of 48 (params), 32 of 37 (boundary), 88 of 105 (negative), 19 of 24 (auth), 35 of 44 (protocol), 26 of 43 (stateful), 21 of 29",
    "(pagination) and 8 of 32 (semantic). Of the correct depot one thing was said, which was true: it gave a status that its document did not have. Three of these",
    "servers were mended, for they did two things wrong or none, and one was left out.", "",
    "| kind | found | by one finding, and nothing else | Prism's proxy | jest-openapi |", "|---|---:|---:|---:|---:|",
    ...kinds.map((kind) => line(kind, rows.filter((row) => row.kind === kind))), line("**all**", rows), "",
    "| API | found | by one finding, and nothing else | Prism's proxy | jest-openapi |", "|---|---:|---:|---:|---:|",
    ...[...new Set(rows.map(({ subject }) => subject))].map((subject) => line(subject, rows.filter((row) => row.subject === subject))), "",
    "Not found:", "", ...(missed.length === 0 ? ["- none"] : missed), "",
    `| correct server | operations | requests | CPU s, first run | CPU s, median | findings in ${seeds} seeds |`, "|---|---:|---:|---:|---:|---:|", ...correct, "",
    "CPU is that of the tester and the server together: they share a process.", "",
  ].join("\n");
}
