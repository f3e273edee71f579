import type { Diagnostic } from "../../generator/diagnostics.ts";
import { generate } from "../../generator/generate.ts";
import type { Source } from "../../generator/load/document.ts";
import { repository } from "./typecheck.ts";

/** What our generator makes of a document: the text of `types.ts`, unless it refused, and what it said. */
export type OurTypes = { types?: string; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

/** The types of a document, given as text or as the path of a file. */
export async function ourTypes(input: string | { path: string }): Promise<OurTypes> {
  const isText = typeof input === "string";
  const { files, diagnostics, sources } = await generate({
    input: isText ? "-" : input.path,
    cwd: repository,
    targets: ["types"],
    ...(isText && { stdin: async () => input }),
  });
  const file = files.find(({ path }) => path === "types.ts");
  return { diagnostics, sources, ...(file && { types: file.text }) };
}
