import { closeSync, fchmodSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { isSystemError } from "./disk.ts";
import { encoder } from "./encoder.ts";
import { manifestPath } from "./manifest.ts";
import type { Change, Plan } from "./plan-output.ts";

/**
 * Makes a plan true: every text goes to a file of its own beside its place first, and only when all of them are on disk are
 * they renamed, so that a full disk leaves the folder as it was. Gives what the file system had against it. Waits for the disk, as
 * thousands of promises would take longer than that.
 */
export function applyPlan({ folder, changes }: Plan): Diagnostic[] {
  const writes = changes.flatMap((change) => (change.kind === "remove" ? [] : [{ ...change, temporary: temporaryPath(folder, change.path) }]));
  // The manifest goes first: whatever happens after, it says of every file of ours that it is ours.
  const inOrder = [...writes].sort((one, other) => rank(one) - rank(other));
  const made = new Set<string>();
  const encode = encoder();
  let at = folder;
  try {
    for (const { path, text, temporary, ...change } of writes) {
      at = join(folder, path);
      makeFolder(dirname(at), made);
      writeWhole(temporary, encode(text), change.kind === "update" ? change.mode : undefined);
    }
    for (const { path, temporary } of inOrder) {
      at = join(folder, path);
      renameSync(temporary, at);
    }
    for (const change of changes) {
      at = join(folder, change.path);
      if (change.kind === "remove") remove(folder, change.path);
    }
    return [];
  } catch (error) {
    for (const { temporary } of writes) removeQuietly(temporary);
    if (!isSystemError(error)) throw error;
    return [diagnose("output-refused", `Cannot be written: ${error.code}.`, { uri: at, line: 1, column: 1 })];
  }
}

function temporaryPath(folder: string, path: string): string {
  return join(folder, dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

function rank(change: Change): number {
  return change.path === manifestPath ? 0 : 1;
}

function makeFolder(folder: string, made: Set<string>): void {
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** `wx` fails where something, even a link, already has the name. */
function writeWhole(path: string, bytes: Buffer, mode: number | undefined): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, bytes);
    if (mode !== undefined) fchmodSync(file, mode);
  } finally {
    closeSync(file);
  }
}

/** Whatever is wrong with the disk has been found already. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Removes a file, and the folders that are empty without it. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    try {
      rmdirSync(join(folder, above));
    } catch (error) {
      if (isSystemError(error)) return;
      throw error;
    }
  }
}
