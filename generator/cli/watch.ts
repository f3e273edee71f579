import { stat } from "node:fs/promises";
import { deliver } from "./deliver.ts";
import { findingsAbout, generateApis } from "./generate-apis.ts";
import type { GenerateRequest } from "./generate-apis.ts";
import type { ExitCode, Io } from "./io.ts";
import { tellError } from "./tell-error.ts";
import { watchFolders } from "./watch-folders.ts";

/**
 * Generates, and again after every change of a file that had a part in it, until Ctrl-C. A save that breaks the document is
 * reported, and the output stays as it was until the next good one.
 */
export async function watch(request: GenerateRequest, io: Io): Promise<ExitCode> {
  const interrupted = io.interrupted();
  let known = await run(request, io, []);
  const watcher = watchFolders(async () => {
    if (!known.incomplete && !(await haveChanged(known))) return;
    known = await runAgain(request, io, known);
    watcher.update(known);
    io.err(waiting(known.inputs));
  });
  watcher.update(known);
  io.err(waiting(known.inputs));
  await interrupted;
  watcher.close();
  return 0;
}

/** One run. While it is incomplete any event calls for the next one, since it may bring what was missing: a new file, for instance. */
type Run = { inputs: string[]; marks: Marks; incomplete: boolean };

/** What tells one state of a file from another, by path. */
type Marks = ReadonlyMap<string, string>;

async function run(request: GenerateRequest, io: Io, before: readonly string[]): Promise<Run> {
  // Taken before the files are read: a save in the middle of a run calls for another one.
  const marks = await marksOf(before);
  const { apis, inputs } = await generateApis(request, io);
  const exit = await deliver(apis, request, io);
  const incomplete = exit !== 0 || findingsAbout(apis).diagnostics.some(({ code }) => code === "dangling-ref");
  // A broken file may hide which others belong to it; those of the run before stay in view.
  const seen = incomplete ? [...new Set([...inputs, ...before])] : inputs;
  return { incomplete, inputs: seen, marks: new Map([...(await marksOf(seen)), ...marks]) };
}

/** As `run`, but whatever is thrown, by a config that is half saved or by a bug of ours, is told and not the end. */
async function runAgain(request: GenerateRequest, io: Io, { inputs }: Run): Promise<Run> {
  try {
    return await run(request, io, inputs);
  } catch (error) {
    tellError(error, io);
    return { incomplete: true, inputs, marks: new Map() };
  }
}

function waiting(inputs: readonly string[]): string {
  return `Watching ${inputs.length} file${inputs.length === 1 ? "" : "s"}. Ctrl-C ends it.\n`;
}

async function haveChanged({ inputs, marks }: Run): Promise<boolean> {
  const now = await marksOf(inputs);
  return inputs.some((input) => now.get(input) !== marks.get(input));
}

async function marksOf(files: readonly string[]): Promise<Marks> {
  return new Map(await Promise.all(files.map(async (file) => [file, await markOf(file)] as const)));
}

async function markOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "missing";
  }
}
