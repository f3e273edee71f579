import { join } from "node:path";
import { hasErrors } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { applyPlan } from "../write/apply-plan.ts";
import { checkOutput } from "../write/check-output.ts";
import { planOutput } from "../write/plan-output.ts";
import type { Plan } from "../write/plan-output.ts";
import { describePlan } from "./format/describe-plan.ts";
import { displayName } from "./format/display-name.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findingsAbout } from "./generate-apis.ts";
import type { GeneratedApi, GenerateRequest } from "./generate-apis.ts";
import type { ExitCode, Io } from "./io.ts";
import { tell } from "./report.ts";
import type { Findings } from "./report.ts";
import { UsageError } from "./usage-error.ts";

/** Writes, checks or prints what was generated, and says so: of every API, or, where one has an error, of none. */
export async function deliver(apis: readonly GeneratedApi[], request: GenerateRequest, io: Io): Promise<ExitCode> {
  const about = findingsAbout(apis);
  if (hasErrors(about.diagnostics)) {
    await tell(about, { format: request.format, io });
    return exitCodeOf(about.diagnostics, apis);
  }
  if (request.out === "-") return print(apis, about, { request, io });
  const plans: Plan[] = [];
  for (const { out, generated } of apis) {
    plans.push(planOutput({ folder: out, files: generated.files, inputs: generated.sources.keys() }));
  }
  const planned = { ...about, diagnostics: [...about.diagnostics, ...plans.flatMap(({ diagnostics }) => diagnostics)] };
  if (hasErrors(planned.diagnostics)) {
    await tell(planned, { format: request.format, io });
    io.err("Nothing was written.\n");
    return 2;
  }
  return request.check ? check(plans, planned, { request, io }) : write(plans, planned, { apis, request, io });
}

async function print(
  apis: readonly GeneratedApi[],
  about: Findings,
  { request, io }: { request: GenerateRequest; io: Io },
): Promise<ExitCode> {
  const files = apis.flatMap(({ generated }) => generated.files);
  const [file, second] = files;
  if (!file || second) throw new UsageError(`--out - prints one file, and there are ${files.length}.`, "Add --only types, and one DOC.");
  await tell(about, { format: request.format, io });
  io.out(file.text);
  return 0;
}

async function check(
  plans: readonly Plan[],
  about: Findings,
  { request, io }: { request: GenerateRequest; io: Io },
): Promise<ExitCode> {
  const drift = plans.flatMap(checkOutput);
  const sources = new Map([...about.sources, ...plans.flatMap(textsOnDisk)]);
  await tell({ diagnostics: [...about.diagnostics, ...drift], sources }, { format: request.format, io });
  if (drift.length === 0) return 0;
  const folders = plans.filter(({ changes }) => changes.length > 0).map(({ folder }) => `${displayName(folder, io.cwd)}/`);
  const verb = folders.length === 1 ? "is" : "are";
  io.err(`${folders.join(", ")} ${verb} out of date. Run \`${commandOf(request)}\` and commit the result.\n`);
  return 1;
}

/** For the code frames of what differs. */
function textsOnDisk({ folder, changes }: Plan): [string, { uri: string; text: string }][] {
  return changes.flatMap((change) => {
    if (change.kind !== "update") return [];
    const uri = join(folder, change.path);
    return [[uri, { uri, text: change.before.toString("utf8") }]];
  });
}

/** The command that would write what was checked. */
function commandOf({ document, out, targets, remote }: GenerateRequest): string {
  const words = [
    ...(document === undefined ? [] : [document]),
    ...(out === undefined ? [] : ["--out", out]),
    ...(targets ? ["--only", targets.join(",")] : []),
    ...(remote ? ["--remote"] : []),
  ];
  return ["specwright generate", ...words.map((word) => (/^[\w./:@,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))].join(" ");
}

async function write(
  plans: readonly Plan[],
  about: Findings,
  { apis, request, io }: { apis: readonly GeneratedApi[]; request: GenerateRequest; io: Io },
): Promise<ExitCode> {
  const failures: Diagnostic[] = [];
  for (const plan of plans) failures.push(...applyPlan(plan));
  await tell({ ...about, diagnostics: [...about.diagnostics, ...failures] }, { format: request.format, io });
  if (failures.length > 0) return 2;
  for (const [index, plan] of plans.entries()) {
    io.err(`${displayName(plan.folder, io.cwd)}/: ${describePlan(plan)} in ${Math.round(apis[index]?.time ?? 0)} ms\n`);
  }
  return 0;
}
