import { versionsOf } from "../support/versions.ts";
import type { CorpusDocument } from "./find-documents.ts";
import type { MockRun, MockTask } from "./mock-run.ts";

/** A document, and what became of testing its mock. */
export type MockRow = { document: CorpusDocument; run: MockRun };

/** The results as Markdown: a table by kind of document, one by what is said of the mocks, and everything that is an error. */
export function reportMocks(rows: readonly MockRow[], { operations, requests, seconds }: Omit<MockTask, "path">): string {
  return [
    "# Our mocks, tested",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${rows.length} documents, of each ${operations} operations at most, ${requests} requests and ${seconds} s. ${versionsOf([])}. Without Prism, stateful and semantic.`,
    "",
    "A mock answers as its document says. What is said of it is a mistake of the tester or of the mock, or the document says two things.",
    "",
    ...verdictTable(rows),
    "",
    ...findingTable(rows),
    "",
    ...errorList(rows),
    "",
  ].join("\n");
}

function verdictTable(rows: readonly MockRow[]): string[] {
  const labels = [...new Set(rows.map(({ document }) => labelOf(document)))].sort();
  const line = (label: string, group: readonly MockRow[]) => {
    const tested = group.map(({ run }) => run).filter(({ verdict }) => verdict === "tested");
    const count = (verdict: MockRun["verdict"]) => group.filter(({ run }) => run.verdict === verdict).length;
    const sum = (of: (run: MockRun) => number) => tested.reduce((total, run) => total + of(run), 0);
    const clean = tested.filter(({ findings }) => findings.every(({ severity }) => severity === "warning")).length;
    const cells = [group.length, tested.length, count("empty"), count("refused"), count("crashed"), count("hung"), sum((run) => run.operations), sum((run) => run.requests), clean, median(tested.map((run) => run.milliseconds / run.operations))];
    return `| ${[label, ...cells].join(" | ")} |`;
  };
  return [
    "| validity, kind | documents | tested | nothing to test | refused | crashed | hung | operations | requests | without an error | CPU of an operation, median ms |",
    `|---|${"---:|".repeat(10)}`,
    ...labels.map((label) => line(label, rows.filter(({ document }) => labelOf(document) === label))),
    line("all", rows),
  ];
}

function labelOf({ validity, kind }: CorpusDocument): string {
  return `${validity}, ${kind}`;
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0);
}

/** What is said, by kind: numbers of findings, and of documents that have one. */
function findingTable(rows: readonly MockRow[]): string[] {
  const all = rows.flatMap(({ document, run }) => run.findings.map((finding) => ({ name: document.name, what: `${finding.severity} | ${finding.code} | ${kindOf(finding.message)}` })));
  const kinds = [...new Set(all.map(({ what }) => what))].map((what) => ({ what, own: all.filter((each) => each.what === what) })).sort((one, other) => other.own.length - one.own.length);
  if (kinds.length === 0) return ["Nothing is said of any of them."];
  return ["| severity | code | message | findings | documents |", "|---|---|---|---:|---:|", ...kinds.map(({ what, own }) => `| ${what} | ${own.length} | ${new Set(own.map(({ name }) => name)).size} |`)];
}

/** A message without what is particular to a request. */
function kindOf(message: string): string {
  return message.replace(/, for its .*$/, "").replace(/"[^"]*"/g, '"…"').replace(/(parameter|header) \S+/g, "$1 …").slice(0, 90);
}

function errorList(rows: readonly MockRow[]): string[] {
  const crashes = rows.flatMap(({ document, run }) => (run.verdict === "crashed" || run.verdict === "hung" ? [`- ${document.name}: ${run.verdict}: ${(run.message ?? "").split("\n").slice(0, 2).join(" ")}`] : []));
  const errors = rows.flatMap(({ document, run }) => run.findings.filter(({ severity }) => severity === "error").map(({ code, operation, message }) => `- ${document.name}, ${operation}: ${code}: ${message.slice(0, 160)}`));
  const list = [...crashes, ...errors];
  return list.length === 0 ? ["No errors."] : [`## Errors (${list.length})`, "", ...list.slice(0, most), ...(list.length > most ? [`- and ${list.length - most} more`] : [])];
}

const most = 60;
