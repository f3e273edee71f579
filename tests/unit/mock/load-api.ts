import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadDocument } from "../../../generator/load/load-document.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { repository } from "../../support/typecheck.ts";

/** The Api of a document of this repository, or of one given by its absolute path. */
export async function loadApi(path: string): Promise<Api> {
  const { document, diagnostics } = await loadDocument(path, { cwd: repository });
  if (document === undefined) throw new Error(`${path} is not loaded: ${JSON.stringify(diagnostics)}`);
  return buildApi(document).api;
}

const folder = join(repository, "tests/unit/mock/documents");

/** The documents of these tests, each of another kind, and the contract of this repository. */
export const documents: readonly string[] = [...readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort().map((name) => join(folder, name)), join(repository, "spec/openapi.yaml")];
