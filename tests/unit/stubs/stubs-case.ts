import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import type { Api } from "../../../generator/model/api.ts";
import { stepHandlers, type Stepped } from "../../../generator/stubs/step-handlers.ts";

/** A folder of cases/: `before/` with a person's files, `after/` with those that are other then, and `says.txt`, where there is something to say. */
export type StubsCase = { name: string; folder: string };

const cases = join(import.meta.dirname, "cases");

export function stubsCases(): StubsCase[] {
  return readdirSync(cases).map((name) => ({ name, folder: join(cases, name) }));
}

/** The Api of a document, given as text or as the path of a file. */
export async function apiOf(document: { path: string } | { text: string }): Promise<Api> {
  const input = "path" in document ? document.path : "-";
  const loaded = await loadDocument(input, { cwd: "/", stdin: async () => ("text" in document ? document.text : "") });
  if (!loaded.document) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  return buildApi(loaded.document).api;
}

/** Files as they stand in a folder, by relative path. */
export function filesIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]));
}

/** What stepping gives for files that stand beside `generated/`, of which there is nothing. */
export function stepFiles(files: ReadonlyMap<string, string>, api: Api): Stepped {
  const main = [...files.keys()].find((path) => /^handlers\.tsx?$/.test(path)) ?? "handlers.ts";
  return stepHandlers({ path: `/app/${main}`, server: "/app/generated/server.ts", api, read: (path) => files.get(path.slice("/app/".length)) });
}

/** The files that are written, by relative path. */
export function written({ files }: Stepped): Map<string, string> {
  return new Map(files.map(({ path, text }) => [path.slice("/app/".length), text]));
}

/** `handlers.ts:3:1 warning removed-handler …` and so on, what is missing first. */
export function said({ missing, diagnostics }: Stepped): string {
  return [...missing, ...diagnostics].map(({ at, severity, code, message }) => {
    const place = "line" in at ? `${at.uri.slice("/app/".length)}:${at.line}:${at.column}` : at.pointer;
    return `${place} ${severity} ${code} ${message}\n`;
  }).join("");
}
