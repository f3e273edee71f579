import { posix } from "node:path";
import { runtimeSources } from "./runtime-sources.ts";

/** A file by its path in the output folder: `runtime/server/respond.ts`. */
type TextFile = { path: string; text: string };

/** The files of the runtime that some files import, and those that these import, byte for byte. */
export function runtimeFiles(importers: readonly TextFile[]): TextFile[] {
  const sources = runtimeSources();
  const texts = new Map<string, string>();
  const add = (path: string): void => {
    if (!path.startsWith("runtime/") || texts.has(path)) return;
    const text = sources[path.slice("runtime/".length)];
    if (text === undefined) throw new Error(`There is no ${path}.`);
    texts.set(path, text);
    for (const specifier of specifiersIn(text)) add(resolved(path, specifier));
  };
  for (const { path, text } of importers) for (const specifier of specifiersIn(headOf(text))) add(resolved(path, specifier));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
}

/** What stands above the first declaration: the rest of a file may be megabytes. */
function headOf(text: string): string {
  return /^(?:(?:\/\/|import |export (?:type )?\{).*\n|\n)*/.exec(text)?.[0] ?? "";
}

function specifiersIn(text: string): string[] {
  return Array.from(text.matchAll(/ from "(\.[^"]+)";/g), ([, specifier = ""]) => specifier);
}

/** `runtime/json.ts` for `../json.js` in `runtime/server/respond.ts`. */
function resolved(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\.js$/, ".ts"));
}
