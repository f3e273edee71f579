import { resolve } from "node:path";
import { corpusFolder } from "../support/corpus.ts";
import { repository } from "../support/typecheck.ts";
import type { CompilerVersion } from "../support/typecheck.ts";
import { versionsOf } from "../support/versions.ts";
import type { Attempt } from "./attempt.ts";
import { expectedRefusals } from "./expected-refusals.ts";
import { isFaulty, type CorpusDocument } from "./find-documents.ts";

/** A document, what generate did with it, and the first error of each TypeScript in the output. */
export type Row = { document: CorpusDocument; attempt: Attempt; errors: ReadonlyMap<CompilerVersion, string | undefined> };

/** The results as Markdown: a table by validity and kind, what is found in faulty documents, and every failure. */
export function report(rows: readonly Row[], subject: string): string {
  const slow = [...rows].sort((a, b) => b.attempt.milliseconds - a.attempt.milliseconds)[0];
  return [
    "# Corpus",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${rows.length} documents, ${subject}. ${versionsOf(["typescript54", "typescript", "typescript7", "openapi-typescript"])}.`,
    ...(slow ? [`The slowest, ${slow.document.name}, took ${(slow.attempt.milliseconds / 1000).toFixed(1)} s.`] : []),
    "",
    ...verdictTable(rows),
    "",
    ...faultTable(rows),
    "",
    ...failureList(rows),
    "",
  ].join("\n");
}

const columns: Record<string, (row: Row) => boolean> = {
  documents: () => true,
  generated: ({ attempt }) => attempt.verdict === "generated",
  "refused, located": ({ attempt }) => attempt.verdict === "refused",
  "refused, not located": ({ attempt }) => attempt.verdict === "unlocated",
  crashed: ({ attempt }) => attempt.verdict === "crashed",
  hung: ({ attempt }) => attempt.verdict === "hung",
  "does not compile (5.4, every tenth)": ({ errors }) => errors.get("5.4") !== undefined,
  "does not compile (5.9)": ({ errors }) => errors.get("5.9") !== undefined,
  "does not compile (7)": ({ errors }) => errors.get("7") !== undefined,
};

function verdictTable(rows: readonly Row[]): string[] {
  const tests = Object.values(columns);
  const line = (label: string, group: readonly Row[]) => `| ${[label, ...tests.map((test) => group.filter(test).length)].join(" | ")} |`;
  return [
    `| ${["validity, kind", ...Object.keys(columns)].join(" | ")} |`,
    `|---|${"---:|".repeat(tests.length)}`,
    ...groupRows(rows, ({ document }) => `${document.validity}, ${document.kind}`).map(([label, group]) => line(label, group)),
    line("all", rows),
  ];
}

/** For documents that the validators reject: does anybody hear what is wrong with them? */
function faultTable(rows: readonly Row[]): string[] {
  const faulty = rows.filter(({ document }) => isFaulty(document));
  if (faulty.length === 0) return [];
  const found = (group: readonly Row[], by: string | undefined) => group.filter(({ attempt }) => attempt.foundBy === by).length;
  return [
    "| invalid documents | | generate gives a located message | only lint does | nobody does |",
    "|---|---:|---:|---:|---:|",
    ...groupRows(faulty, ({ document }) => document.kind).map(
      ([kind, group]) => `| ${kind} | ${group.length} | ${found(group, "generate")} | ${found(group, "lint")} | ${found(group, undefined)} |`,
    ),
  ];
}

/** A line for everything that ought not to be. */
export function failures(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => failuresOf(row).map(([what, message]) => `- ${what}: ${row.document.name}${message ? `: ${firstLines(message)}` : ""}`)).sort();
}

function failureList(rows: readonly Row[]): string[] {
  const found = failures(rows);
  const refused = rows.filter(({ document, attempt }) => attempt.verdict === "refused" && Object.hasOwn(expectedRefusals, document.name));
  return [
    ...(found.length > 0 ? [`## Failures (${found.length})`, "", ...found] : ["No failures."]),
    ...(refused.length > 0 ? ["", `${refused.length} documents that a validator accepts are refused for a reason (expected-refusals.ts).`] : []),
  ];
}

function failuresOf({ document, attempt, errors }: Row): [what: string, message?: string][] {
  const { verdict, message } = attempt;
  const failed: [string, string?][] = [];
  if (verdict === "crashed" || verdict === "hung" || verdict === "unlocated") failed.push([verdict, message]);
  const expected = Object.hasOwn(expectedRefusals, document.name);
  if (verdict === "refused" && !isFaulty(document) && !expected) failed.push([`refused (${document.validity})`, message]);
  if (verdict === "generated" && expected) failed.push(["generated, though expected to be refused"]);
  for (const [version, error] of errors) if (error !== undefined) failed.push([`does not compile (${version})`, error]);
  if (verdict === "generated" && isFaulty(document) && attempt.foundBy === undefined) failed.push(["nothing found"]);
  return failed;
}

function firstLines(message: string): string {
  return message.replaceAll(`${resolve(corpusFolder)}/`, "").replaceAll(repository, "").split("\n").slice(0, 2).map((line) => line.trim()).join(" ").slice(0, 300);
}

function groupRows(rows: readonly Row[], label: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(label(row), [...(groups.get(label(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
