import type { Diagnostic } from "../../generator/diagnostics.ts";
import { generate } from "../../generator/generate.ts";
import type { Source } from "../../generator/load/document.ts";
import type { Api } from "../../generator/model/api.ts";
import type { Target } from "../../generator/targets.ts";
import { repository } from "./typecheck.ts";

/** What our generator makes of a document: the text of `types.ts`, unless it refused, and what it said. */
export type OurTypes = { types?: string; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

/** The types of a document, given as text or as the path of a file. */
export async function ourTypes(input: string | { path: string }): Promise<OurTypes> {
  const { files, diagnostics, sources } = await ourFiles(input, ["types"]);
  const types = files.get("types.ts");
  return { diagnostics, sources, ...(types !== undefined && { types }) };
}

/** What our generator makes of a document: files by path, none where it refused, and what it said. */
export type OurFiles = { files: ReadonlyMap<string, string>; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source>; api?: Api };

/** The files of a document, given as text or as the path of a file. */
export async function ourFiles(input: string | { path: string }, targets: readonly Target[]): Promise<OurFiles> {
  const isText = typeof input === "string";
  const { files, ...rest } = await generate({
    input: isText ? "-" : input.path,
    cwd: repository,
    targets,
    ...(isText && { stdin: async () => input }),
  });
  return { ...rest, files: new Map(files.map(({ path, text }) => [path, text])) };
}
