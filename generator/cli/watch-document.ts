import { stat } from "node:fs/promises";
import type { Source } from "../load/document.ts";
import { watchFolders } from "./watch-folders.ts";

/** What was read the last time, and whether something was missing that may yet appear. */
export type Read = { sources: ReadonlyMap<string, Source>; incomplete: boolean };

/** Reads a document again after every change of a file that it consists of. A file that a broken document no longer shows is kept in view. */
export function watchDocument(read: () => Promise<Read>, first: ReadonlyMap<string, Source>): { close(): Promise<void> } {
  let inputs = [...first.keys()];
  let incomplete = false;
  let marks: Promise<string> = marksOf(inputs);
  const watcher = watchFolders(async () => {
    const now = marksOf(inputs);
    if (!incomplete && (await now) === (await marks)) return;
    // Taken before the files are read: a save in the middle calls for another reading.
    marks = now;
    const last = await read();
    incomplete = last.incomplete;
    const seen = [...last.sources.keys()];
    const next = incomplete ? [...new Set([...seen, ...inputs])] : seen;
    if (next.join("\0") !== inputs.join("\0")) marks = marksOf(next);
    inputs = next;
    watcher.update({ inputs, incomplete });
  });
  watcher.update({ inputs, incomplete });
  return watcher;
}

async function marksOf(files: readonly string[]): Promise<string> {
  const marks = await Promise.all(files.map(async (file) => {
    const found = await stat(file).catch(() => undefined);
    return found === undefined ? "missing" : `${found.mtimeMs} ${found.size} ${found.ino}`;
  }));
  return marks.join("\n");
}
