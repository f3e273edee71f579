import type { Operation } from "../../generator/runtime/operation.ts";
import { generatedModules } from "./generated-modules.ts";
import { ourFiles } from "./specwright.ts";

/** The operations of a document by the name of their constant; their types are known to whoever reads the file. */
export type Operations = { readonly [name: string]: Operation<{ readonly [argument: string]: unknown }, unknown> };

/** Generates the client of a document, and imports its operations. */
export async function generatedOperations(document: string): Promise<Operations> {
  const { files, diagnostics } = await ourFiles({ path: document }, ["client"]);
  if (files.size === 0 || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const load = await generatedModules(files);
  return load("operations.ts");
}
