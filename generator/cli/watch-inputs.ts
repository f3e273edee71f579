import { stat } from "node:fs/promises";
import type { ExitCode, Io } from "./io.ts";
import { tellError } from "./tell-error.ts";
import { watchFolders } from "./watch-folders.ts";

/** What one run has read. While it is incomplete any event calls for the next one, since it may bring what was missing: a new file, for instance. */
export type Seen = { readonly inputs: readonly string[]; readonly incomplete: boolean };

/**
 * Does something with files, and again after every change of one that had a part in it, until Ctrl-C. What is thrown after the first
 * run, by a config that is half saved or by a bug of ours, is told and not the end. `waiting` is called when all is said.
 */
export async function watchInputs(action: () => Promise<Seen>, { io, waiting }: { io: Io; waiting: (inputs: readonly string[]) => void }): Promise<ExitCode> {
  const interrupted = io.interrupted();
  let known = await run(action, []);
  const watcher = watchFolders(async () => {
    if (!known.incomplete && !(await haveChanged(known))) return;
    known = await runAgain(action, known, io);
    watcher.update(known);
    waiting(known.inputs);
  });
  watcher.update(known);
  waiting(known.inputs);
  await interrupted;
  watcher.close();
  return 0;
}

type Run = Seen & { readonly marks: Marks };

/** What tells one state of a file from another, by path. */
type Marks = ReadonlyMap<string, string>;

async function run(action: () => Promise<Seen>, before: readonly string[]): Promise<Run> {
  // Taken before the files are read: a save in the middle of a run calls for another one.
  const marks = await marksOf(before);
  const { inputs, incomplete } = await action();
  // A broken file may hide which others belong to it; those of the run before stay in view.
  const seen = incomplete ? [...new Set([...inputs, ...before])] : inputs;
  return { incomplete, inputs: seen, marks: new Map([...(await marksOf(seen)), ...marks]) };
}

async function runAgain(action: () => Promise<Seen>, { inputs }: Run, io: Io): Promise<Run> {
  try {
    return await run(action, inputs);
  } catch (error) {
    tellError(error, io);
    return { incomplete: true, inputs, marks: new Map() };
  }
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
