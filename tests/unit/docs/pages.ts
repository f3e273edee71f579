import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emitDocs } from "../../../generator/docs/emit-docs.ts";
import type { DocsOptions } from "../../../generator/docs/site.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { repository } from "../../support/typecheck.ts";

/** The pages of a document, given as text or as the path of a file, and the Api that they are of. */
export async function pagesOf(input: string | { path: string }, options: DocsOptions = {}): Promise<{ api: Api; pages: Map<string, string> }> {
  const isText = typeof input === "string";
  const { document, diagnostics } = await loadDocument(isText ? "-" : input.path, { cwd: repository, stdin: async () => (isText ? input : "") });
  if (document === undefined) throw new Error(diagnostics[0]?.message);
  const { api } = buildApi(document);
  return { api, pages: new Map(emitDocs(api, options).map(({ path, text }) => [path, text])) };
}

/** The tags of a page as they are written, with their attributes: what stands between them is text. */
export function tagsIn(page: string): { name: string; attributes: Map<string, string> }[] {
  return Array.from(page.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g), ([, name = "", rest = ""]) => ({
    name,
    attributes: new Map(Array.from(rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g), ([, attribute = "", value = ""]) => [attribute, value])),
  }));
}

/** What a reader of a page sees of a text. */
export function textIn(page: string): string {
  return page.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** The text files of a folder by path, without the manifest. */
export function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== ".specwright.json");
  return new Map(paths.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]));
}
