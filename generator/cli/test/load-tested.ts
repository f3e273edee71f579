import { isNamed } from "../../contract/tester/select-operations.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics.ts";
import type { Document, Source } from "../../load/document.ts";
import { loadDocument } from "../../load/load-document.ts";
import type { Api } from "../../model/api.ts";
import { buildApi, type BuildOptions } from "../../model/build-api.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import type { Io } from "../io.ts";
import type { TestFlags } from "./test-flags.ts";

/** What there is to test by. */
export type Loaded = { api?: Api; document?: Document; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

/** Loads a document, and builds as much of its Api as is to be tested. There is none where something in it is an error. */
export async function loadTested(input: string, flags: TestFlags, io: Io): Promise<Loaded> {
  const { document, diagnostics, sources } = await loadDocument(input, { cwd: io.cwd, remote: flags.remote, stdin: io.stdin });
  const built = document && buildApi(document, { isWanted: wantedBy(flags) });
  const said = [...diagnostics, ...(built?.diagnostics ?? [])];
  return document === undefined || built === undefined || hasErrors(said) ? { diagnostics: said, sources } : { api: built.api, document, diagnostics: said, sources };
}

/** Of a server that is there already, only what is asked for by name has to be known. Saved cases may be of any operation. */
function wantedBy({ url, operation, save }: TestFlags): BuildOptions["isWanted"] {
  if (url === undefined || operation.length === 0 || save !== undefined) return undefined;
  return (each) => operation.some((wanted) => isNamed({ name: methodAndPath(each), operation: each }, wanted));
}
