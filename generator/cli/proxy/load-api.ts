import { type Diagnostic, hasErrors } from "../../diagnostics.ts";
import type { Document, Source } from "../../load/document.ts";
import { loadDocument, type LoadOptions } from "../../load/load-document.ts";
import type { Api } from "../../model/api.ts";
import { buildApi } from "../../model/build-api.ts";

export type LoadedApi = { readonly loaded?: { readonly document: Document; readonly api: Api }; readonly diagnostics: Diagnostic[]; readonly sources: ReadonlyMap<string, Source> };

/** A document and its Api, unless it has errors, and everything there is to say about it. */
export async function loadApi(input: string, options: LoadOptions): Promise<LoadedApi> {
  const { document, diagnostics, sources } = await loadDocument(input, options);
  const built = document && buildApi(document);
  const said = [...diagnostics, ...(built?.diagnostics ?? [])];
  return { diagnostics: said, sources, ...(document !== undefined && built !== undefined && !hasErrors(said) && { loaded: { document, api: built.api } }) };
}
