import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Diagnostic } from "../../generator/diagnostics.ts";
import { runtimeFiles } from "../../generator/load/runtime-files.ts";
import { type Target, targets } from "../../generator/targets.ts";
import type { Output } from "../support/one-program.ts";
import { ourFiles } from "../support/specwright.ts";

/** A folder of tests/golden: `openapi.yaml` with the files beside it, and `expected/`, which is what it must give. */
export type GoldenCase = { name: string; folder: string };

/**
 * Files of `expected/` by name: `types.ts` unless the document is refused, `diagnostics.txt` where there is something to say; of
 * cases that are called `client-…` `operations.ts` and `client.ts` as well, of `validators-…` the validators, and of `server-…` both
 * these and `server.ts`.
 */
export type Expected = ReadonlyMap<string, string>;

export function goldenCases(): GoldenCase[] {
  const root = import.meta.dirname;
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, "openapi.yaml")))
    .map((name) => ({ name, folder: join(root, name) }));
}

/** What generating gives today. */
export async function produce({ name, folder }: GoldenCase): Promise<Expected> {
  const { files, diagnostics } = await ourFiles({ path: join(folder, "openapi.yaml") }, [targetOf(name)]);
  const own = [...files].filter(([path]) => !path.startsWith("runtime/"));
  const said = diagnostics.map((diagnostic) => `${lineOf(diagnostic, folder)}\n`).join("");
  return new Map([...own, ...(said === "" ? [] : [["diagnostics.txt", said] as const])]);
}

/** What is generated in a case, by the word that its name begins with. */
export function targetOf(name: string): Target {
  return targets.find((target) => name.startsWith(`${target}-`)) ?? "types";
}

/** What `expected/` holds. */
export function recorded({ folder }: GoldenCase): Expected {
  const expected = join(folder, "expected");
  if (!existsSync(expected)) return new Map();
  const files = readdirSync(expected, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(expected, path).replaceAll(sep, "/"), readFileSync(path, "utf8")]));
}

/**
 * The code that is expected of all cases, by its folder, with the runtime that it imports. `use.ts` of a case has values of its types; those
 * that must not fit stand under @ts-expect-error.
 */
export function recordedCode(): Map<string, Output> {
  return new Map(goldenCases().map((goldenCase) => {
    const expected = [...recorded(goldenCase)].filter(([path]) => path.endsWith(".ts"));
    const runtime = runtimeFiles(expected.map(([path, text]) => ({ path, text }))).map(({ path, text }) => [path, text] as const);
    const use = join(goldenCase.folder, "use.ts");
    const used = existsSync(use) ? [["../use.ts", readFileSync(use, "utf8")] as const] : [];
    return [`${goldenCase.name}/expected`, new Map([...expected, ...runtime, ...used])];
  }));
}

/** `warning ignored openapi.yaml#/paths/~1a "foo" has no effect here.` */
function lineOf({ severity, code, at, message }: Diagnostic, folder: string): string {
  const file = relative(folder, at.uri).replaceAll(sep, "/");
  const place = "pointer" in at ? `${file}#${at.pointer}` : `${file}:${at.line}:${at.column}`;
  return `${severity} ${code} ${place} ${message.replaceAll(`${folder}${sep}`, "")}`;
}
