import { join } from "node:path";
import { diagnose } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { lookInto, realPathOf } from "./disk.ts";
import type { Entry, OutputMemory } from "./disk.ts";
import { encoder } from "./encoder.ts";
import { hashOf, knownHashOf, manifestPath, parseManifest, printManifest } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import type { OutputFile } from "./output-file.ts";
import { isOutputPath } from "./output-path.ts";

/**
 * What has to happen to one file. `before` is what is on disk; `mode`, the permissions of a file that a person owns, to be kept.
 */
export type Change =
  | { kind: "create"; path: string; text: string }
  | { kind: "update"; path: string; text: string; before: Buffer; mode?: number }
  | { kind: "remove"; path: string };

/** What has to happen to a folder so that it holds the files; with a refusal among the diagnostics, nothing may. */
export type Plan = { folder: string; changes: Change[]; unchanged: string[]; diagnostics: Diagnostic[] };

/**
 * Compares files to be with the output folder. The manifest there says which files are ours; those that are not ours are
 * never touched, and neither is a document that we read (`inputs`, absolute paths). `memory` is of earlier plans for the folder.
 */
export function planOutput(request: { folder: string; files: readonly OutputFile[]; inputs: Iterable<string>; memory?: OutputMemory }): Plan {
  const { folder, files, memory } = request;
  refuseBadPaths(files);
  const lookAt = lookInto(folder, memory);
  const manifestEntry = lookAt(manifestPath);
  const ours: Manifest = (manifestEntry.kind === "file" ? parseManifest(manifestEntry.bytes.toString("utf8")) : undefined) ?? new Map();
  const inputs = new Set(Array.from(request.inputs, realPathOf));
  const plan: Plan = { folder, changes: [], unchanged: [], diagnostics: [] };
  const encode = encoder();
  const hashes = new Map<string, string>();
  for (const file of files) {
    const bytes = encode(file.text);
    const entry = lookAt(file.path);
    const isSame = entry.kind === "file" && entry.bytes.equals(bytes);
    hashes.set(file.path, isSame ? knownHashOf(entry.bytes) : hashOf(bytes));
    const reason = refusal(entry, file.path, { isSame, ours, inputs });
    if (reason === undefined) place(plan, file, { entry, isSame });
    else plan.diagnostics.push(refuse(folder, file.path, reason));
  }
  const manifest = printManifest(hashes);
  const manifestProblem = obstacle(manifestEntry);
  const isSame = manifestEntry.kind === "file" && manifestEntry.bytes.equals(encode(manifest.text));
  if (manifestProblem === undefined) place(plan, manifest, { entry: manifestEntry, isSame });
  else plan.diagnostics.push(refuse(folder, manifestPath, manifestProblem));
  const produced = new Set(files.map(({ path }) => path));
  for (const [path, hash] of ours) {
    if (!produced.has(path)) leave(plan, { path, hash }, lookAt(path));
  }
  return plan;
}

/** Emitters choose their paths; one that leads out of the folder is a bug of ours. */
function refuseBadPaths(files: readonly OutputFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    // Two names that differ in case only are one file on macOS and Windows.
    const key = path.toLowerCase();
    if (!isOutputPath(path) || key === manifestPath || seen.has(key)) throw new Error(`Not a path for an output file: ${JSON.stringify(path)}`);
    seen.add(key);
  }
}

function place(plan: Plan, { path, text }: OutputFile, { entry, isSame }: { entry: Entry; isSame: boolean }): void {
  if (entry.kind !== "file") plan.changes.push({ kind: "create", path, text });
  else if (isSame) plan.unchanged.push(path);
  else plan.changes.push({ kind: "update", path, text, before: entry.bytes });
}

/** What stands in the way of any file, if so. */
function obstacle(entry: Entry): string | undefined {
  switch (entry.kind) {
    case "nothing":
    case "file":
      return undefined;
    case "outside":
      return "A link leads out of the output folder here.";
    case "other":
      return "Something that is not a file stands here.";
    case "denied":
      return `Cannot be read: ${entry.code}.`;
    default:
      return entry satisfies never;
  }
}

/** Why a file may not be written, if so. */
function refusal(
  entry: Entry,
  path: string,
  { isSame, ours, inputs }: { isSame: boolean; ours: Manifest; inputs: ReadonlySet<string | undefined> },
): string | undefined {
  if (entry.kind !== "file") return obstacle(entry);
  if (inputs.has(entry.real)) return "This file is part of the document itself.";
  if (isSame || ours.has(path) || entry.bytes.subarray(0, header.length).equals(header)) return undefined;
  return "This file was not written by Specwright, and would be overwritten.";
}

/** How every TypeScript file of ours begins. A file with this line is ours even where the manifest was lost. */
const header = Buffer.from("// Generated by Specwright");

function refuse(folder: string, path: string, reason: string): Diagnostic {
  return diagnose("output-refused", reason, { uri: join(folder, path), line: 1, column: 1 });
}

/** A file of ours that is no longer produced goes, unless somebody has edited it. */
function leave(plan: Plan, { path, hash }: { path: string; hash: string }, entry: Entry): void {
  if (entry.kind !== "file") return;
  if (hashOf(entry.bytes) === hash) plan.changes.push({ kind: "remove", path });
  else plan.diagnostics.push(diagnose("left-over", "No longer generated, but kept, since it was edited.", { uri: join(plan.folder, path), line: 1, column: 1 }));
}
