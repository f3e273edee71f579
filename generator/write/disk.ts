import { type BigIntStats, lstatSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

/**
 * What stands at a path below the output folder. `outside` is a link (of the file, or of a folder on the way) that leads out
 * of it, or nowhere; `other` is a folder, a socket, or whatever else is no file; `denied` is what the system does not let us see.
 */
export type Entry =
  | { kind: "nothing" }
  | { kind: "file"; bytes: Buffer; real: string }
  | { kind: "outside" }
  | { kind: "other" }
  | { kind: "denied"; code: string };

/** Files that were read, by path, for who looks at the same folder again and again: one is read again when its place, inode, size, or a time of it is another. */
export type OutputMemory = Map<string, { mark: string; entry: Entry }>;

/**
 * Looks at paths below an output folder. What has been found out of the folders on the way is taken to stay so: to be made for one plan.
 * The calls wait for the disk; thousands of promises would take longer than that.
 */
export function lookInto(folder: string, memory?: OutputMemory): (path: string) => Entry {
  const ways = new Map<string, Way>();
  const wayTo = (path: string): Way => {
    const above = dirname(path);
    const known = ways.get(above) ?? findWay(folder, above);
    ways.set(above, known);
    return known;
  };
  return (path) => {
    try {
      return look(join(folder, path), wayTo(path), memory);
    } catch (error) {
      if (isSystemError(error)) return { kind: "denied", code: error.code };
      throw error;
    }
  };
}

/** A folder on the way: where it really is; or that it is not there, or leads out of the output folder, whose place is `root`. */
type Way = { kind: "folder"; real: string; root: string } | { kind: "nothing" } | { kind: "outside" };

function findWay(folder: string, above: string): Way {
  const root = realPathOf(folder);
  if (root === undefined) return exists(folder) ? { kind: "outside" } : { kind: "nothing" };
  const whole = join(folder, above);
  const real = realPathOf(whole);
  if (real !== undefined) return isInside(real, root) ? { kind: "folder", real, root } : { kind: "outside" };
  return leadsNowhere(whole, folder, root) ? { kind: "outside" } : { kind: "nothing" };
}

function look(whole: string, way: Way, memory: OutputMemory | undefined): Entry {
  if (way.kind !== "folder") return { kind: way.kind };
  const stats = lstatSync(whole, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return { kind: "nothing" };
  if (stats.isSymbolicLink()) return behindLink(whole, way.root);
  if (!stats.isFile()) return { kind: "other" };
  const mark = markOf(way.real, stats);
  const known = memory?.get(whole);
  if (known?.mark === mark) return known.entry;
  const entry: Entry = { kind: "file", bytes: readFileSync(whole), real: join(way.real, basename(whole)) };
  memory?.set(whole, { mark, entry });
  return entry;
}

function markOf(place: string, { dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${place} ${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

function behindLink(whole: string, root: string): Entry {
  const real = realPathOf(whole);
  if (real === undefined || !isInside(real, root)) return { kind: "outside" };
  return lstatSync(real).isFile() ? { kind: "file", bytes: readFileSync(real), real } : { kind: "other" };
}

/** Whether an error is the system's word about a file, and no bug of ours: `EACCES`, `ENOSPC`, `EISDIR`. */
export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

/** The path with all links followed; `undefined` where it does not exist, or a link leads nowhere. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ELOOP")) return undefined;
    throw error;
  }
}

/** Whether a path that does not resolve has a link in it that goes outside, or that is broken. */
function leadsNowhere(whole: string, folder: string, root: string): boolean {
  for (let above = whole; above.length > folder.length; above = dirname(above)) {
    const real = realPathOf(above);
    if (real !== undefined) return !isInside(real, root);
    if (exists(above)) return true;
  }
  return false;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isInside(real: string, root: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}
