import type { Diagnostic } from "../diagnostics.ts";
import type { Source } from "../load/document.ts";
import { abridge } from "./format/abridge.ts";
import type { Flags } from "./command.ts";
import type { Io } from "./io.ts";

/** What can be said about a run, and the texts it speaks of. */
export type Findings = { diagnostics: readonly Diagnostic[]; sources: ReadonlyMap<string, Source> };

export type Format = "stylish" | "json" | "github";

/** `--format`, for every command that prints findings. */
export const formatFlag = {
  format: { type: "string", value: "FORMAT", choices: ["stylish", "json", "github"], help: "How findings are printed" },
} as const satisfies Flags;

/** The findings as text in a format: for `json` always an array, else nothing where there are none. */
export async function printFindings(
  { diagnostics, sources }: Findings,
  { format, colour, io }: { format: Format; colour: boolean; io: Pick<Io, "cwd" | "env"> },
): Promise<string> {
  if (diagnostics.length === 0) return format === "json" ? "[]\n" : "";
  // Positions need a parser; a run without findings does without it.
  const { findingsOf } = await import("./format/finding.ts");
  const { shown, hidden } = format === "json" ? { shown: diagnostics, hidden: [] } : abridge(diagnostics);
  const folder = format === "github" ? (io.env["GITHUB_WORKSPACE"] ?? io.cwd) : io.cwd;
  const findings = await findingsOf(shown, { sources, folder });
  switch (format) {
    case "json":
      return (await import("./format/json.ts")).formatJson(findings);
    case "github":
      return (await import("./format/github.ts")).formatGithub(findings);
    case "stylish": {
      const { formatStylish, summarize } = await import("./format/stylish.ts");
      const more = hidden.map(({ code, count }) => `… and ${count} more warnings ${code} (--format json shows all)\n`).join("");
      return `${formatStylish(findings, { colour })}${more}${summarize(diagnostics.map(({ severity }) => severity))}\n`;
    }
    default:
      return format satisfies never;
  }
}

/** Prints findings about a document whose files are the product: for a person on stderr, for a program on stdout. */
export async function tell(findings: Findings, { format, io }: { format: Format; io: Io }): Promise<void> {
  if (format === "stylish") io.err(await printFindings(findings, { format, colour: io.colour.err, io }));
  else io.out(await printFindings(findings, { format, colour: false, io }));
}
