/** A process that generates one document after the other, as it is told to, so that none can harm the run. */
import type { Diagnostic } from "../../generator/diagnostics.ts";
import type { Source } from "../../generator/load/document.ts";
import { repository } from "../support/typecheck.ts";
import type { Attempt, Task } from "./attempt.ts";
import { loadValidators } from "./load-validators.ts";
import { writeOutput } from "./write-output.ts";

process.on("message", (task: Task) => {
  void answer(task).then((attempt) => process.send?.(attempt));
});

async function answer(task: Task): Promise<Attempt> {
  const started = performance.now();
  try {
    return await (task.peer ? attemptWithPeer(task) : attempt(task));
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { verdict: "crashed", message, milliseconds: performance.now() - started };
  }
}

async function attempt({ path, output, only, lint }: Task): Promise<Attempt> {
  const { ourFiles } = await import("../support/specwright.ts");
  const started = performance.now();
  const { files, diagnostics, sources, api } = await ourFiles({ path }, only);
  const milliseconds = Math.round(performance.now() - started);
  const found = diagnostics.find((diagnostic) => isLocated(diagnostic, sources));
  const message = found ?? diagnostics[0];
  const said = { milliseconds, ...(message && { message: describe(message) }), ...(found && { foundBy: "generate" as const }) };
  if (files.size === 0) return { verdict: found ? "refused" : "unlocated", ...said };
  await writeOutput(output, files);
  const validators = await loadValidators(output);
  if (only.includes("validators") && validators === 0) throw new Error("There are no validators.");
  const methods = files.get("operations.ts")?.match(/^export const /gm)?.length ?? 0;
  const operations = api?.operations.length ?? 0;
  if (only.includes("client") && methods !== operations) throw new Error(`${operations} operations became ${methods} constants.`);
  return { verdict: "generated", ...said, ...(found || !lint ? {} : await attemptLint(path)) };
}

/** What generate has nothing to say about, lint may. */
async function attemptLint(path: string): Promise<Pick<Attempt, "message" | "foundBy">> {
  const { lint } = await import("../../generator/lint/lint.ts");
  const { diagnostics, sources } = await lint(path, { cwd: repository });
  const found = diagnostics.find((diagnostic) => isLocated(diagnostic, sources));
  return found ? { message: describe(found), foundBy: "lint" } : {};
}

/** openapi-typescript throws for whatever it does not like, so that its refusals cannot be told from its crashes. */
async function attemptWithPeer({ path, output }: Task): Promise<Attempt> {
  const { openapiTypescript } = await import("../support/openapi-typescript.ts");
  const started = performance.now();
  const types = await openapiTypescript({ path });
  const milliseconds = Math.round(performance.now() - started);
  await writeOutput(output, new Map([["types.ts", types]]));
  return { verdict: "generated", milliseconds };
}

/** A place in a text that was read; or that file itself, where it could not be. */
function isLocated({ at, code }: Diagnostic, sources: ReadonlyMap<string, Source>): boolean {
  return "line" in at ? at.line > 0 : sources.has(at.uri) || code === "unreadable";
}

function describe({ at, code, message }: Diagnostic): string {
  return `${"pointer" in at ? at.pointer : `${at.line}:${at.column}`}: ${code}: ${message}`;
}
