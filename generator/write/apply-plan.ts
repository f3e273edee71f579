import { mkdir, open, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { isSystemError } from "./disk.ts";
import { manifestPath } from "./manifest.ts";
import type { Change, Plan } from "./plan-output.ts";

/**
 * Makes a plan true: every text goes to a file of its own beside its place first, and only when all of them are on disk are
 * they renamed, so that a full disk leaves the folder as it was. Gives what the file system had against it.
 */
export async function applyPlan({ folder, changes }: Plan): Promise<Diagnostic[]> {
  const writes = changes.flatMap((change) => (change.kind === "remove" ? [] : [{ ...change, temporary: temporaryPath(folder, change.path) }]));
  // The manifest goes first: whatever happens after, it says of every file of ours that it is ours.
  const inOrder = [...writes].sort((one, other) => rank(one) - rank(other));
  let at = folder;
  try {
    for (const { path, bytes, temporary, ...change } of writes) {
      at = join(folder, path);
      await mkdir(dirname(at), { recursive: true });
      await writeWhole(temporary, bytes, change.kind === "update" ? change.mode : undefined);
    }
    for (const { path, temporary } of inOrder) {
      at = join(folder, path);
      await rename(temporary, at);
    }
    for (const change of changes) {
      at = join(folder, change.path);
      if (change.kind === "remove") await remove(folder, change.path);
    }
    return [];
  } catch (error) {
    for (const { temporary } of writes) await rm(temporary, { force: true }).catch(() => {});
    if (!isSystemError(error)) throw error;
    return [diagnose("output-refused", `Cannot be written: ${error.code}.`, { uri: at, line: 1, column: 1 })];
  }
}

function temporaryPath(folder: string, path: string): string {
  const whole = join(folder, path);
  return join(dirname(whole), `.${basename(whole)}.${process.pid}.tmp`);
}

function rank(change: Change): number {
  return change.path === manifestPath ? 0 : 1;
}

/** `wx` fails where something, even a link, already has the name. */
async function writeWhole(path: string, bytes: Buffer, mode: number | undefined): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    if (mode !== undefined) await file.chmod(mode);
  } finally {
    await file.close();
  }
}

/** Removes a file, and the folders that are empty without it. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    try {
      await rmdir(join(folder, above));
    } catch (error) {
      if (isSystemError(error)) return;
      throw error;
    }
  }
}
