import { cpus } from "node:os";
import type { ServerResult } from "./server-result.ts";
import { seeds } from "./servers.ts";
import type { Told } from "./test-server.ts";

/** The table of all servers, and below it what is true of each. */
export function page(results: readonly ServerResult[]): string {
  return [
    "# Bench: servers that are not ours", "",
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores. \`specwright test --url\`, all phases, seeds ${seeds.join(", ")}; the server is started anew for each.`,
    "`npm run bench -- independent --write` writes this file; `npm run bench -- independent NAME` tries one of them.", "",
    "Third parties' servers run as they are published on npm, held against the documents that they publish. The framework servers are small ones of ours,",
    "but what reads the document there is the framework: it validates requests, and (but for Express) writes the document, so that a reading of ours that",
    "differs from its own shows. Every kind of finding was looked at by hand; why it is true stands in `tests/bench/independent/known.json` and below. A",
    "finding of no such kind is *unexpected*: a false alarm of ours, until it is proven true. A finding counts once, in however many runs it shows.", "",
    "False alarms that these servers showed, and that are mended: operations that the document has on another server were asked on this one (Firebase); a",
    "server that hangs was a finding of each operation that was asked next (Unleash); and bodies in XML, or objects as plain text, which we do not write,",
    "were called valid (Prism, with the documents of the pet store and of Docker). Of mistakes in the framework servers, which we had made and did not",
    "know of, three were found: a media type that nobody parsed, a bound that the document did not have, and an `allOf` of closed objects that nothing fits.", "",
    "What it does not show: none of these servers has cursors, streams, cookies, or uploads that it looks into.", "",
    "| server | version | | operations | requests in a run | true: errors | true: warnings | of kinds | unexpected | CPU s of a run |",
    "|---|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ...results.map(row), "",
    ...results.flatMap(section),
  ].join("\n");
}

function row({ server, runs, known, unexpected }: ServerResult): string {
  const found = known.flatMap(({ findings }) => findings);
  const count = (severity: Told["severity"]) => found.filter((each) => each.severity === severity).length;
  const kinds = known.filter(({ findings }) => findings.length > 0).length;
  const cells = [
    `${server.title}${runs.some(({ stopped }) => stopped !== undefined) ? " *" : ""}`, Object.values(server.packages)[0] ?? "", server.kind, runs[0]?.operations ?? 0,
    range(runs.map(({ requests }) => requests.toLocaleString("en"))), count("error"), count("warning"), kinds, unexpected.length, median(runs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The least and the most of texts that are numbers. */
function range(texts: readonly string[]): string {
  const sorted = texts.toSorted((one, other) => Number(one.replaceAll(",", "")) - Number(other.replaceAll(",", "")));
  const [least = "", most = ""] = [sorted[0], sorted.at(-1)];
  return least === most ? least : `${least}–${most}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function section({ server, runs, known, unexpected }: ServerResult): string[] {
  const stopped = runs.flatMap((run) => run.stopped ?? []);
  return [
    `## ${server.title}`, "",
    ...(stopped.length === 0 ? [] : [`* ${stopped.length} of ${runs.length} runs ended early: ${[...new Set(stopped)].map((reason) => endings[reason] ?? reason).join(", ")}.`, ""]),
    ...known.filter(({ findings }) => findings.length > 0).map(({ kind, findings }) => `- \`${kind.code}\`, ${operationsOf(findings)}: ${shownMessage(findings)}. ${kind.why}`),
    ...unexpected.map(({ code, operation, message }) => `- **unexpected**: \`${code}\`, ${operation}: ${message}`),
    ...(known.every(({ findings }) => findings.length === 0) && unexpected.length === 0 ? ["- nothing"] : []), "",
  ];
}

/** Why a run ended early, by the word of the report. */
const endings: { readonly [reason: string]: string | undefined } = { unreachable: "the server was gone", "max-requests": "they had as many requests as the bench lets them have", timeout: "the time was up" };

function operationsOf(findings: readonly Told[]): string {
  const names = [...new Set(findings.map(({ operation }) => operation))];
  return names.length > 2 ? `${names.length} operations` : names.join(" and ");
}

function shownMessage([first]: readonly Told[]): string {
  return first?.message ?? "";
}
