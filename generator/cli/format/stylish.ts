import type { Severity } from "../../diagnostics.ts";
import { codeFrame } from "./code-frame.ts";
import type { Finding } from "./finding.ts";
import { printable, printableLine } from "./printable.ts";

/** Findings for a person, each with the lines it speaks of and what to do. */
export function formatStylish(findings: readonly Finding[], { colour }: { colour: boolean }): string {
  const paint = colour ? painted : plain;
  return findings.map((finding) => `${block(finding, paint).join("\n")}\n\n`).join("");
}

/** `2 errors, 1 warning`, or nothing at all. */
export function summarize(severities: readonly Severity[]): string {
  const count = (severity: Severity) => {
    const number = severities.filter((one) => one === severity).length;
    return number === 0 ? [] : [`${number} ${severity}${number === 1 ? "" : "s"}`];
  };
  return [...count("error"), ...count("warning")].join(", ");
}

function block(finding: Finding, paint: Paint): string[] {
  const [message = "", ...more] = printable(finding.message).split("\n");
  const place = `${printableLine(finding.file)}:${finding.line}:${finding.column}`;
  const frame = finding.text === undefined ? [] : codeFrame(finding.text, finding);
  return [
    `${paint.place(place)}  ${paint[finding.severity](finding.severity)}  ${paint.dim(printableLine(finding.code))}  ${message}`,
    ...more.filter((line) => line.trim() !== "").map((line) => `  ${line}`),
    ...frame.map((line) => `  ${paint.dim(line)}`),
    ...(finding.help === undefined ? [] : [`  ${printableLine(finding.help)}`]),
  ];
}

type Paint = Record<"place" | "error" | "warning" | "dim", (text: string) => string>;

const plain: Paint = { place: same, error: same, warning: same, dim: same };
const painted: Paint = { place: ansi(1), error: ansi(31), warning: ansi(33), dim: ansi(2) };

function same(text: string): string {
  return text;
}

function ansi(code: number): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[0m`;
}
