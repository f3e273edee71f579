import { lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isSystemError, realPathOf } from "../write/disk.ts";
import { UsageError } from "./usage-error.ts";

/** The file that a path leads to, links followed, so that a link stays one. A path that is not there yet is itself. Throws UsageError. */
export function handlerPath(path: string): string {
  const real = realPathOf(path);
  if (real !== undefined) return real;
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw new UsageError(`${path} is a link that leads nowhere.`);
  // The folder may be a link, too, and the file is imported from where it really is.
  const folder = realPathOf(dirname(path));
  return folder === undefined ? path : join(folder, path.slice(dirname(path).length));
}

/** Reads files that a person owns, by absolute paths with `/`; `undefined` where there is none, or where it is generated. Throws UsageError. */
export function handlerReader(generated: string): (path: string) => string | undefined {
  return (path) => {
    if (isBelow(generated, path)) return undefined;
    try {
      return statSync(path).isFile() ? decoded(readFileSync(path), path) : undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw new UsageError(`${path} cannot be read: ${error.code}.`);
    }
  };
}

/** Whether a path is of a file somewhere in a folder. */
export function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
}

/** With `/` also on Windows. */
export function slashed(path: string): string {
  return path.replaceAll(sep, "/");
}

/** What is not UTF-8 would not come out as it went in. The byte order mark stays. */
function decoded(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8.`, "Save it as UTF-8, so that every line can stay as it is.");
  }
}
