import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

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

/** What stands there now. */
export async function entryAt(folder: string, path: string): Promise<Entry> {
  try {
    return await look(folder, path);
  } catch (error) {
    if (isSystemError(error)) return { kind: "denied", code: error.code };
    throw error;
  }
}

async function look(folder: string, path: string): Promise<Entry> {
  const root = await realPathOf(folder);
  if (root === undefined) return (await exists(folder)) ? { kind: "outside" } : { kind: "nothing" };
  const whole = join(folder, path);
  const real = await realPathOf(whole);
  if (real === undefined) return (await leadsNowhere(whole, folder, root)) ? { kind: "outside" } : { kind: "nothing" };
  if (!isInside(real, root)) return { kind: "outside" };
  if (!(await lstat(real)).isFile()) return { kind: "other" };
  return { kind: "file", bytes: await readFile(real), real };
}

/** Whether an error is the system's word about a file, and no bug of ours: `EACCES`, `ENOSPC`, `EISDIR`. */
export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

/** The path with all links followed; `undefined` where it does not exist, or a link leads nowhere. */
export async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error) || (isSystemError(error) && error.code === "ELOOP")) return undefined;
    throw error;
  }
}

/** Whether a path that does not resolve has a link in it that goes outside, or that is broken. */
async function leadsNowhere(whole: string, folder: string, root: string): Promise<boolean> {
  if (await exists(whole)) return true;
  for (let above = dirname(whole); above.length > folder.length; above = dirname(above)) {
    const real = await realPathOf(above);
    if (real !== undefined) return !isInside(real, root);
    if (await exists(above)) return true;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return isSystemError(error) && error.code === "ENOENT";
}

function isInside(real: string, root: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}
