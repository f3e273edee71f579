import { readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { ExitCode, Io } from "./io.ts";
import { tellError } from "./tell-error.ts";
import { foldersOf, watchFolders } from "./watch-folders.ts";

/** What one run has read. While it is incomplete a file that comes or goes near it calls for the next one too, since it may be what was missing. */
export type Seen = { readonly inputs: readonly string[]; readonly incomplete: boolean };

/**
 * Does something with files, and again after every change of one that had a part in it, until Ctrl-C. What is thrown after the first
 * run, by a config that is half saved or by a bug of ours, is told and not the end. `waiting` is called when all is said.
 */
export async function watchInputs(action: () => Promise<Seen>, { io, waiting }: { io: Io; waiting: (inputs: readonly string[]) => void }): Promise<ExitCode> {
  let isOver = false;
  const interrupted = io.interrupted().then(() => (isOver = true));
  let known = await run(action, []);
  const watcher = watchFolders(async () => {
    // Once more, for what has happened before a new folder was watched.
    while (!isOver && (await haveChanged(known))) {
      known = await runAgain(action, known, io);
      watcher.update(known);
      waiting(known.inputs);
    }
  });
  watcher.update(known);
  waiting(known.inputs);
  await interrupted;
  // What is under way comes to its end first: it may start what its caller is about to stop.
  await watcher.close();
  return 0;
}

type Run = Seen & { readonly marks: Marks; readonly names: string };

/** What tells one state of a file from another, by path. */
type Marks = ReadonlyMap<string, string>;

async function run(action: () => Promise<Seen>, before: readonly string[]): Promise<Run> {
  // Taken before the files are read: a save in the middle of a run calls for another one.
  const marks = await marksOf(before);
  const names = namesNear(before);
  const { inputs, incomplete } = await action();
  // A broken file may hide which others belong to it; those of the run before stay in view.
  const seen = incomplete ? [...new Set([...inputs, ...before])] : inputs;
  return { incomplete, inputs: seen, marks: new Map([...(await marksOf(seen)), ...marks]), names: before.length > 0 && incomplete ? names : namesNear(seen) };
}

async function runAgain(action: () => Promise<Seen>, { inputs }: Run, io: Io): Promise<Run> {
  try {
    return await run(action, inputs);
  } catch (error) {
    tellError(error, io);
    return { incomplete: true, inputs, marks: await marksOf(inputs), names: namesNear(inputs) };
  }
}

async function haveChanged({ inputs, marks, incomplete, names }: Run): Promise<boolean> {
  const now = await marksOf(inputs);
  return inputs.some((input) => now.get(input) !== marks.get(input)) || (incomplete && namesNear(inputs) !== names);
}

/** What there is in the folders that are watched. What is written into a file there, a log of ours perhaps, is not asked after. */
function namesNear(inputs: readonly string[]): string {
  return [...foldersOf(inputs, { andBelow: true })].map((folder) => `${folder}:${namesIn(folder).sort().join("/")}`).join("\n");
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
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
