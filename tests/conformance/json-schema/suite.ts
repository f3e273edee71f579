import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../generator/diagnostics.ts";
import { isObject, type Json, type JsonObject, member } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { wrapSchema } from "../json-schema-types/wrap-schema.ts";
import { atServer, serveRemotes } from "./serve-remotes.ts";

export const suiteFolder = "suites/json-schema-test-suite";

/** A group of the suite as an Api that was really loaded, whose schema `schemaId` has to judge the tests as they say. */
export type SuiteCase = { file: string; description: string; schema: Json; schemaId: string; api: Api; diagnostics: Diagnostic[]; tests: SuiteTest[] };

export type SuiteTest = { description: string; data: Json; valid: boolean };

/** Of which draft, by which version of OpenAPI, and, where not the mandatory ones, which folder of it: `optional/format`. */
export type SuiteChoice = { draft: "draft2020-12" | "draft4"; openapi: "3.1.1" | "3.0.3"; folder?: string; only?: (schema: Json) => boolean };

/** The groups of a draft. What the suite serves at localhost:1234, and the metaschemas, come from a server of ours meanwhile. */
export async function suiteCases({ draft, openapi, folder = "", only = () => true }: SuiteChoice): Promise<SuiteCase[]> {
  const { origin, close } = await serveRemotes();
  try {
    const cases: SuiteCase[] = [];
    for (const group of readGroups(join(corpusFolder, suiteFolder, "tests", draft, folder))) {
      if (!only(group.schema)) continue;
      const schema: Json = JSON.parse(atServer(JSON.stringify(group.schema), origin));
      cases.push({ ...group, schemaId: "/components/schemas/T", ...(await load({ ...wrapSchema(schema), openapi })) });
    }
    return cases;
  } finally {
    close();
  }
}

async function load(document: JsonObject): Promise<{ api: Api; diagnostics: Diagnostic[] }> {
  const loaded = await loadDocument("-", { cwd: repository, remote: true, stdin: async () => JSON.stringify(document) });
  if (loaded.document === undefined) throw new Error(`not loaded: ${JSON.stringify(loaded.diagnostics)}`);
  const { api, diagnostics } = buildApi(loaded.document);
  return { api, diagnostics: [...loaded.diagnostics, ...diagnostics] };
}

type Group = Pick<SuiteCase, "file" | "description" | "schema" | "tests">;

function readGroups(folder: string): Group[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return files.flatMap((file) => {
    const groups: Json = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return list(groups).map((group) => ({
      file,
      description: String(group["description"]),
      schema: member(group, "schema") ?? true,
      tests: list(member(group, "tests") ?? []).map((test) => ({
        description: String(test["description"]), data: member(test, "data") ?? null, valid: test["valid"] === true,
      })),
    }));
  });
}

function list(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
