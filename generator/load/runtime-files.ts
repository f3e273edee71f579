import { runtimeSources } from "./runtime-sources.ts";

/** The files of the runtime that some code imports, and those that these import, byte for byte: `runtime/send.ts`. */
export function runtimeFiles(importers: readonly string[]): { path: string; text: string }[] {
  const sources = new Map(Object.entries(runtimeSources()));
  const needed = new Set(importers.flatMap((text) => importsOf(text, /from "\.\/runtime\/([\w-]+)\.js"/g)));
  for (const name of needed) for (const other of importsOf(sources.get(name) ?? "", /from "\.\/([\w-]+)\.js"/g)) needed.add(other);
  return [...needed].sort().map((name) => {
    const text = sources.get(name);
    if (text === undefined) throw new Error(`The runtime has no file ${name}.`);
    return { path: `runtime/${name}`, text };
  });
}

function importsOf(text: string, specifier: RegExp): string[] {
  return Array.from(text.matchAll(specifier), ([, name = ""]) => `${name}.ts`);
}
