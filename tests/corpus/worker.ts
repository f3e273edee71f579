/** A process that generates one document after the other, as it is told to, so that none can harm the run. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Diagnostic } from "../../generator/diagnostics.ts";
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

async function attempt({ path, output }: Task): Promise<Omit<Attempt, "milliseconds">> {
  const { ourTypes } = await import("../support/specwright.ts");
  const { types, diagnostics } = await ourTypes({ path });
  const message = diagnostics[0] && describe(diagnostics[0]);
  const located = diagnostics.some(isLocated);
  if (types === undefined) return { verdict: located ? "refused" : "unlocated", ...(message !== undefined && { message }), ...(located && { foundBy: "generate" }) };
  await write(output, types);
  const foundBy = located ? "generate" : undefined;
  return { verdict: "generated", ...(message !== undefined && { message }), ...(foundBy && { foundBy }) };
}

/** openapi-typescript throws for whatever it does not like, so that its refusals cannot be told from its crashes. */
async function attemptWithPeer({ path, output }: Task): Promise<Omit<Attempt, "milliseconds">> {
  const { openapiTypescript } = await import("../support/openapi-typescript.ts");
  await write(output, await openapiTypescript({ path }));
  return { verdict: "generated" };
}

async function write(output: string, text: string): Promise<void> {
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, text);
}

function isLocated({ at }: Diagnostic): boolean {
  return at.uri !== "" && ("pointer" in at || at.line > 0);
}

function describe({ at, code, message }: Diagnostic): string {
  return `${"pointer" in at ? at.pointer : `${at.line}:${at.column}`}: ${code}: ${message}`;
}
