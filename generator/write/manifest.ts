import { createHash } from "node:crypto";
import { isObject, member, parseJson } from "../json.ts";
import { isOutputPath } from "./output-path.ts";
import type { OutputFile } from "./output-file.ts";

/** The files that we wrote into a folder, each with the hash of what we wrote: `types.ts` → `sha256-…`. */
export type Manifest = ReadonlyMap<string, string>;

/** Where the manifest stands in the output folder. */
export const manifestPath = ".specwright.json";

/** The manifest of files with these hashes, as a file of its own. */
export function printManifest(hashes: Manifest): OutputFile {
  const sorted = [...hashes].sort(([one], [other]) => (one < other ? -1 : 1));
  return { path: manifestPath, text: `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n` };
}

/** What a manifest's text says; `undefined` where it is none, as after a merge conflict. */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  const files = isObject(value) ? member(value, "files") : undefined;
  if (!isObject(files)) return undefined;
  const entries = Object.entries(files).flatMap(([path, hash]) =>
    isOutputPath(path) && typeof hash === "string" ? [[path, hash] as const] : [],
  );
  return new Map(entries);
}

/** `sha256-…`, as it stands in a manifest. */
export function hashOf(bytes: Buffer): string {
  return `sha256-${createHash("sha256").update(bytes).digest("base64url")}`;
}

/** The same of bytes that stay in memory, which are read once: who writes a folder again and again finds most files as they were. */
export function knownHashOf(bytes: Buffer): string {
  const hash = known.get(bytes) ?? hashOf(bytes);
  known.set(bytes, hash);
  return hash;
}

const known = new WeakMap<Buffer, string>();
