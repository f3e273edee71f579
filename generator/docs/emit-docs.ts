import type { Api } from "../model/api.ts";
import type { SchemaId } from "../model/schema.ts";
import type { OutputFile } from "../write/output-file.ts";
import { assetTexts } from "./asset-texts.ts";
import { groupPage } from "./group-page.ts";
import { indexPage } from "./index-page.ts";
import { operationPage } from "./operation-page.ts";
import { type Page, pageFile } from "./page.ts";
import { schemaPage } from "./schema-page.ts";
import { searchIndex } from "./search-index.ts";
import { type DocsOptions, planSite } from "./site.ts";

/**
 * The reference of an Api as a static site, which needs no server and no network: a page for each operation and each tag, pages for schemas
 * that these lead to, and an index.
 */
export function emitDocs(api: Api, options: DocsOptions = {}): OutputFile[] {
  const site = planSite(api, options);
  const wanted = new Set<SchemaId>();
  const pages: Page[] = [indexPage(site), ...site.groups.map((group) => groupPage(group, site))];
  const done = new Set<string>();
  for (const group of site.groups) {
    for (const operation of group.operations) {
      const path = site.pages.operations.get(operation) ?? "";
      if (!done.has(path)) pages.push(operationPage(operation, group, site, wanted));
      done.add(path);
    }
  }
  // The set grows while it is read: a schema can lead to others.
  for (const id of wanted) pages.push(schemaPage(id, site, wanted));
  const assets = Object.entries(assetTexts()).map(([name, text]) => ({ path: `assets/${name}`, text }));
  return [...pages.map((page) => pageFile(page, site)), searchIndex(site), ...assets];
}
