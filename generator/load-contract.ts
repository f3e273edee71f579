import type { ContractTester } from "./contract/library/contract-tester.ts";
import { type Diagnostic, hasErrors, type Location } from "./diagnostics.ts";
import type { Source } from "./load/document.ts";
import { loadDocument } from "./load/load-document.ts";
import { positions } from "./load/position.ts";
import { buildApi } from "./model/build-api.ts";

/**
 * Loads a document, by path or http(s) URL, to hold responses against. Rejects where it has errors, and says where they are. `cwd` is the
 * folder that a path is relative to; a document on disk may refer to the network with `remote`.
 */
export async function loadContract(pathOrUrl: string, { cwd = process.cwd(), remote = false }: { readonly cwd?: string; readonly remote?: boolean } = {}): Promise<ContractTester> {
  const { document, diagnostics, sources } = await loadDocument(pathOrUrl, { cwd, remote });
  const built = document && buildApi(document);
  const said = [...diagnostics, ...(built?.diagnostics ?? [])];
  const place = (places: readonly Location[]) => Promise.all(places.map((at) => placeOf(at, sources)));
  if (document === undefined || built === undefined || hasErrors(said)) throw new Error(await messageOf(pathOrUrl, said, place));
  const { contractTester } = await import("./contract/library/contract-tester.ts");
  return contractTester(document, built.api, place);
}

type Placed = { readonly file: string; readonly line: number; readonly column: number };

async function placeOf(at: Location, sources: ReadonlyMap<string, Source>): Promise<Placed> {
  if ("line" in at) return { file: at.uri, line: at.line, column: at.column };
  const source = sources.get(at.uri);
  const found = source && (await positions(source, [at.pointer])).get(at.pointer);
  return { file: at.uri, line: found?.line ?? 1, column: found?.column ?? 1 };
}

async function messageOf(input: string, diagnostics: readonly Diagnostic[], place: (places: readonly Location[]) => Promise<Placed[]>): Promise<string> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const places = await place(errors.map(({ at }) => at));
  const lines = errors.map(({ code, message }, index) => `${places[index]?.file}:${places[index]?.line}:${places[index]?.column} ${code}: ${message}`);
  return [`${input} cannot be a contract:`, ...lines].join("\n");
}
