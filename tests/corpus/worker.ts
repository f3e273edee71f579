/** A process that generates one document after the other, as it is told to, so that none can harm the run. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../generator/diagnostics.ts";
import type { Source } from "../../generator/load/document.ts";
import { repository } from "../support/typecheck.ts";
import type { Attempt, Task } from "./attempt.ts";

process.on("message", (task: Task) => {
  const started = performance.now();
  void answer(task).then((attempt) => process.send?.({ ...attempt, milliseconds: Math.round(performance.now() - started) }));
});

async function answer(task: Task): Promise<Omit<Attempt, "milliseconds">> {
  try {
    return await (task.peer ? attemptWithPeer(task) : attempt(task));
  } catch (error) {
    return { verdict: "crashed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function attempt({ path, output, only, lint }: Task): Promise<Omit<Attempt, "milliseconds">> {
  const { ourFiles } = await import("../support/specwright.ts");
  const { files, diagnostics, sources, api } = await ourFiles({ path }, only);
  const found = diagnostics.find((diagnostic) => isLocated(diagnostic, sources));
  const message = found ?? diagnostics[0];
  const said = { ...(message && { message: describe(message) }), ...(found && { foundBy: "generate" as const }) };
  if (files.size === 0) return { verdict: found ? "refused" : "unlocated", ...said };
  for (const [name, text] of files) await write(join(output, name), text);
  const methods = files.get("operations.ts")?.match(/^export const /gm)?.length ?? 0;
  const operations = api?.operations.length ?? 0;
  if (only.includes("client") && methods !== operations) throw new Error(`${operations} operations became ${methods} constants.`);
  return { verdict: "generated", ...(found || !lint ? said : await attemptLint(path)) };
}

/** What generate has nothing to say about, lint may. */
async function attemptLint(path: string): Promise<Pick<Attempt, "message" | "foundBy">> {
  const { lint } = await import("../../generator/lint/lint.ts");
  const { diagnostics, sources } = await lint(path, { cwd: repository });
  const found = diagnostics.find((diagnostic) => isLocated(diagnostic, sources));
  return found ? { message: describe(found), foundBy: "lint" } : {};
}

/** openapi-typescript throws for whatever it does not like, so that its refusals cannot be told from its crashes. */
async function attemptWithPeer({ path, output }: Task): Promise<Omit<Attempt, "milliseconds">> {
  const { openapiTypescript } = await import("../support/openapi-typescript.ts");
  await write(join(output, "types.ts"), await openapiTypescript({ path }));
  return { verdict: "generated" };
}

async function write(output: string, text: string): Promise<void> {
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, text);
}

/** A place in a text that was read; or that file itself, where it could not be. */
function isLocated({ at, code }: Diagnostic, sources: ReadonlyMap<string, Source>): boolean {
  return "line" in at ? at.line > 0 : sources.has(at.uri) || code === "unreadable";
}

function describe({ at, code, message }: Diagnostic): string {
  return `${"pointer" in at ? at.pointer : `${at.line}:${at.column}`}: ${code}: ${message}`;
}
