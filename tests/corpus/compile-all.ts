import { statSync } from "node:fs";
import { join } from "node:path";
import { tscFolder, type CompilerVersion } from "../support/typecheck.ts";

/** One program for many outputs reads the libraries once; but not so many that it runs out of memory. */
const maximumCount = 100;
const maximumBytes = 4_000_000;

/**
 * What a compiler does not accept: the first error in the folder of each document among these files (names within `folder`), and in
 * `runtime`, which all of them import.
 */
export async function compileAll(version: CompilerVersion, folder: string, names: readonly string[], jobs: number): Promise<Map<string, string>> {
  const batches = split(folder, names);
  const errors = new Map<string, string>();
  await Promise.all(Array.from({ length: jobs }, async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      for (const [name, error] of await compile(version, folder, batch)) errors.set(folderOf(name), error);
    }
  }));
  return errors;
}

async function compile(version: CompilerVersion, folder: string, names: readonly string[]): Promise<[name: string, error: string][]> {
  if (names.length === 0) return [];
  const { errors, crash } = await tscFolder(version, folder, names);
  if (crash !== undefined && names.length === 1) return names.map((name) => [name, crash]);
  if (crash !== undefined) return [...await compile(version, folder, names.slice(0, names.length / 2)), ...await compile(version, folder, names.slice(names.length / 2))];

  const found = errors.map(({ file, line, code, message }): [string, string] => [file, `${line}: TS${code}: ${message.split("\n", 1)[0]}`]).reverse();
  // A compiler that meets a syntax error anywhere looks for nothing else.
  const malformed = new Set(errors.filter(({ code }) => code < 2000).map(({ file }) => folderOf(file)));
  const rest = malformed.size > 0 ? names.filter((name) => !malformed.has(folderOf(name))) : [];
  return [...found, ...await compile(version, folder, rest)];
}

function split(folder: string, names: readonly string[]): string[][] {
  const batches: string[][] = [];
  let count = 0;
  let bytes = Infinity;
  for (const own of byFolder(names).values()) {
    const size = own.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const last = batches.at(-1);
    const fits = last !== undefined && count < maximumCount && bytes + size <= maximumBytes;
    if (fits) last.push(...own);
    else batches.push([...own]);
    count = fits ? count + 1 : 1;
    bytes = fits ? bytes + size : size;
  }
  return batches;
}

/** `7` for `7/client.ts` and for `7/validators/validate-response.ts`: each document has a folder of its own. */
function folderOf(name: string): string {
  return name.split("/", 1).join("");
}

/** The files of each document: they are compiled together. */
function byFolder(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(folderOf(name));
    if (group === undefined) groups.set(folderOf(name), [name]);
    else group.push(name);
  }
  return groups;
}
