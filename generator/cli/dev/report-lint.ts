import { abridge } from "../format/abridge.ts";
import { type Finding, findingsOf } from "../format/finding.ts";
import { displayName } from "../format/display-name.ts";
import { printableLine } from "../format/printable.ts";
import { formatStylish, summarize } from "../format/stylish.ts";
import type { Io } from "../io.ts";
import type { LintBehind, LintOutcome } from "./lint-behind.ts";
import type { Regenerated } from "./regenerate.ts";

/** Says what there is to say of a save at once, and, where a lint runs behind, what that adds when it is through. */
export async function reportLint(made: Regenerated, behind: LintBehind | undefined, io: Io): Promise<void> {
  const own = await findingsOf(await made.lint(), { sources: made.sources, folder: io.cwd });
  show(own, io);
  const summary = summarize(own.map(({ severity }) => severity));
  io.err(`lint: ${summary === "" ? "nothing to report" : summary}${behind === undefined ? "" : "; asking Redocly …"}\n`);
  const known = new Set(own.map(keyOf));
  behind?.start((outcome) => tellFurther(outcome, { known, made, io }));
}

function tellFurther(outcome: LintOutcome, { known, made, io }: { known: ReadonlySet<string>; made: Regenerated; io: Io }): void {
  if ("failure" in outcome) return io.err(`lint: Redocly could not be asked: ${printableLine(outcome.failure)}\n`);
  const texts = new Map([...made.sources.values()].map(({ uri, text }) => [displayName(uri, io.cwd), text]));
  const further = outcome.findings.filter((finding) => !known.has(keyOf(finding)));
  show(further.map((finding) => {
    const text = texts.get(finding.file);
    return { ...finding, ...(text !== undefined && { text }) };
  }), io);
  const summary = summarize(further.map(({ severity }) => severity));
  io.err(`lint: ${summary === "" ? "nothing more" : `${summary} more`} by Redocly, after ${(outcome.time / 1000).toFixed(1)} s\n`);
}

function show(findings: readonly Finding[], io: Io): void {
  const { shown, hidden } = abridge(findings);
  const more = hidden.map(({ code, count }) => `… and ${count} more warnings ${code} (specwright lint --format json shows all)\n`).join("");
  if (shown.length > 0) io.err(`\n${formatStylish(shown, { colour: io.colour.err })}${more}`);
}

function keyOf({ file, line, column, code, message }: Finding): string {
  return JSON.stringify([file, line, column, code, message]);
}
