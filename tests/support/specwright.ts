import type { Diagnostic } from "../../generator/diagnostics.ts";
import { repository } from "./typecheck.ts";

/** What our generator makes of a document: the text of `types.ts`, unless it refused, and what it said. */
export type OurTypes = { types?: string; diagnostics: Diagnostic[] };

/** The types of a document, given as text or as the path of a file. */
export async function ourTypes(input: string | { path: string }): Promise<OurTypes> {
  const { generate } = await import("../../generator/generate.ts");
  const isText = typeof input === "string";
  const { files, diagnostics } = await generate({
    input: isText ? "-" : input.path,
    cwd: repository,
    targets: ["types"],
    ...(isText && { stdin: async () => input }),
  });
  const file = files.find(({ path }) => path === "types.ts");
  return { diagnostics, ...(file && { types: file.text }) };
}
