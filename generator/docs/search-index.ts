import type { OutputFile } from "../write/output-file.ts";
import { visible } from "./html.ts";
import { operationTitle } from "./operation-title.ts";
import type { Site } from "./site.ts";

/**
 * What the search of the pages looks in, as a script: a page that was opened from a disk may load scripts, and nothing else. One row for each
 * operation: its page, its method, its path, its title, and further words.
 */
export function searchIndex(site: Site): OutputFile {
  const rows = site.groups.flatMap(({ title, operations }) => operations.map((operation) => [
    site.pages.operations.get(operation) ?? "", operation.method.toUpperCase(), operation.path, operationTitle(operation), `${title} ${operation.operationId ?? ""}`,
  ].map((text) => visible(text).slice(0, 300))));
  const distinct = [...new Map(rows.map((row) => [row[0], row])).values()];
  const json = JSON.stringify(distinct).replaceAll("],[", "],\n[").replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return { path: "assets/search.js", text: `self.specwrightSearch = ${json};\n` };
}
