import { lstatSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Entry, entryAt } from "./disk.ts";

/** Looks at paths of an output folder as `entryAt` does. */
export type LookAt = (folder: string, path: string) => Promise<Entry>;

/**
 * For who writes the same folder again and again: a file is read once, and again when its folder, inode, size, or a time of it is another.
 * Whoever puts something else in its place, a link for instance, changes these.
 */
export function outputMemory(): LookAt {
  const known = new Map<string, { mark: string; entry: Entry }>();
  return async (folder, path) => {
    const whole = join(folder, path);
    const mark = markOf(whole);
    const before = known.get(whole);
    if (mark !== undefined && before?.mark === mark) return before.entry;
    const entry = await entryAt(folder, path);
    if (mark !== undefined && entry.kind === "file") known.set(whole, { mark, entry });
    else known.delete(whole);
    return entry;
  };
}

function markOf(path: string): string | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  // A folder above it may have become a link to where it went, which the file itself does not show.
  return stats?.isFile() ? `${realpathSync.native(dirname(path))} ${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : undefined;
}
