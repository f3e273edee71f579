import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isObject, type Json } from "../../generator/json.ts";
import { corpusFolder } from "../support/corpus.ts";

/**
 * A document to try. In the corpus its manifest knows what kind it is and what two independent validators say of it;
 * elsewhere both are `unknown`.
 *
 *     { path: "/…/corpus/real/github.json", name: "real/github.json", kind: "real", validity: "valid" }
 */
export type CorpusDocument = { path: string; name: string; kind: string; validity: string };

/** Every OpenAPI and Swagger document in the folders: roots only, not the files they are made of. */
export function findDocuments(folders: readonly string[]): CorpusDocument[] {
  const found = folders.flatMap((folder) => {
    const path = resolve(folder);
    const inCorpus = (path + sep).startsWith(resolve(corpusFolder) + sep);
    const listed = inCorpus ? fromManifest(path) : [];
    return listed.length > 0 ? listed : fromFolder(path);
  });
  return [...new Map(found.map((document) => [document.path, document])).values()];
}

/** Every `length`-th part of a list: a sample that is the same every time and has something of everything. */
export function sample<Item>(items: readonly Item[], length: number): Item[] {
  if (items.length <= length) return [...items];
  return Array.from({ length }, (_, index) => items.slice(Math.floor((index * items.length) / length))[0]).filter((item) => item !== undefined);
}

/** Whether something is to be found. Published documents are to be taken as they are, whatever the validators say. */
export function isFaulty({ kind, validity }: CorpusDocument): boolean {
  return kind !== "real" && (validity === "invalid" || validity === "unparsable" || validity === "yaml-disputed");
}

function fromManifest(folder: string): CorpusDocument[] {
  const manifest: Json = JSON.parse(readFileSync(join(corpusFolder, "manifest.json"), "utf8"));
  const rows = isObject(manifest) && Array.isArray(manifest["documents"]) ? manifest["documents"].filter(isObject) : [];
  return rows
    .map((row) => ({
      path: resolve(corpusFolder, String(row["file"])),
      name: String(row["file"]),
      kind: String(row["kind"]),
      validity: String(row["validity"]),
    }))
    .filter(({ path }) => path === folder || path.startsWith(folder + sep));
}

function fromFolder(folder: string): CorpusDocument[] {
  const isFile = statSync(folder).isFile();
  const paths = isFile ? [folder] : readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).sort();
  return paths
    .filter((path) => /\.(?:json|ya?ml)$/.test(path) && !path.includes(`${sep}node_modules${sep}`) && statSync(path).isFile())
    .filter((path) => looksLikeRoot(readFileSync(path, "utf8")))
    .map((path) => ({ path, name: isFile ? path : relative(folder, path), kind: "unknown", validity: "unknown" }));
}

/** A look at the text, not a parse: what cannot be parsed is to be tried as well. */
function looksLikeRoot(text: string): boolean {
  return /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/m.test(text);
}
