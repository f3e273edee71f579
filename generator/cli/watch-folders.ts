import { existsSync, readdirSync, statSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/** `update` says what to look at from now on. */
export type FolderWatcher = {
  update(seen: { inputs: readonly string[]; incomplete: boolean }): void;
  /** Resolves when nobody is being called any more. */
  close(): Promise<void>;
};

/**
 * Calls back some milliseconds after something has happened in a folder that holds an input; never twice at the same time.
 * Folders and not files are watched, since many editors save by putting a new file in the old one's place.
 */
export function watchFolders(changed: () => Promise<void>): FolderWatcher {
  const watched = new Map<string, Watched>();
  const call = debounced(changed);
  let closed = false;
  return {
    update({ inputs, incomplete }) {
      // Who was called before the end may say so after it.
      if (closed) return;
      const wanted = foldersOf(inputs, { andBelow: incomplete });
      for (const [folder, { watcher, identity }] of watched) {
        // A folder that was replaced, as by a git checkout, has the same name and is another one.
        if (wanted.has(folder) && identity === identityOf(folder)) continue;
        watcher.close();
        watched.delete(folder);
      }
      for (const folder of wanted) {
        if (!watched.has(folder)) watched.set(folder, watchFolder(folder, call));
      }
    },
    async close() {
      closed = true;
      for (const { watcher } of watched.values()) watcher.close();
      await call.end();
    },
  };
}

type Watched = { watcher: FSWatcher; identity: number | undefined };

function watchFolder(folder: string, call: () => void): Watched {
  const watcher = watch(folder, call);
  // It may be gone by now; its parent tells when it is back.
  watcher.on("error", call);
  return { watcher, identity: identityOf(folder) };
}

/** The folders of the inputs; where something is missing also those below, where it may yet appear. */
export function foldersOf(inputs: readonly string[], { andBelow }: { andBelow: boolean }): Set<string> {
  const folders = new Set(inputs.filter((input) => isAbsolute(input)).map((input) => nearestFolder(dirname(input))));
  if (!andBelow) return folders;
  for (const folder of folders) {
    if (folders.size >= mostFolders) break;
    for (const inner of foldersIn(folder)) folders.add(inner);
  }
  return folders;
}

const mostFolders = 500;

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

/** The folder, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

function identityOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

/** A save is several events; one call answers them all, and what happens during a call is answered by the next. */
function debounced(action: () => Promise<void>): { (): void; end(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let ended = false;
  const start = () => {
    if (running !== undefined) return call();
    running = action().finally(() => (running = undefined));
  };
  const call = () => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(start, quiet);
  };
  const end = async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
  return Object.assign(call, { end });
}

const quiet = 60;
