import { readFileSync } from "node:fs";

/** The style and the script of every page, by name, as they stand in generator/docs/assets. The build puts what this gives in place of this file. */
export function assetTexts(): { readonly [name: string]: string } {
  return Object.fromEntries(["reference.css", "reference.js"].map((name) => [name, readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8")]));
}
