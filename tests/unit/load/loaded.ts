import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Diagnostic, Location } from "../../../generator/diagnostics.ts";
import { isObject, type Json, pointerTokens } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";

/** A document that was loaded from files that exist no more. */
export type LoadedFiles = {
  root: Json | undefined;
  /** What stands at a pointer of it. */
  at(pointer: string): Json | undefined;
  /** Where that comes from: `schemas/pet.yaml#/properties/id`. */
  from(pointer: string): string | undefined;
  /** `unresolved-ref openapi.yaml#/paths/~1a/$ref` */
  codes: string[];
  diagnostics: Diagnostic[];
  /** The files that were read. */
  read: string[];
};

/** Loads `openapi.yaml` of some files, given as text or as JSON: `{ "openapi.yaml": {…}, "pet.yaml": "type: object" }`. */
export async function loadFiles(files: { [name: string]: Json }): Promise<LoadedFiles> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-load-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    }
    const { document, diagnostics, sources } = await loadDocument("openapi.yaml", { cwd: folder });
    const place = (at: Location): string => `${relative(folder, at.uri)}${"pointer" in at ? `#${at.pointer}` : `:${at.line}:${at.column}`}`;
    return {
      root: document?.root,
      at: (pointer) => valueAt(document?.root, pointer),
      from: (pointer) => document && place(document.at(pointer)),
      codes: diagnostics.map(({ code, at }) => `${code} ${place(at)}`),
      diagnostics,
      read: [...sources.keys()].map((uri) => relative(folder, uri)).sort(),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A document with nothing but these members. */
export function openapi(members: { [name: string]: Json }, version = "3.1.1"): Json {
  return { openapi: version, info: { title: "Test", version: "1" }, paths: {}, ...members };
}

function valueAt(root: Json | undefined, pointer: string): Json | undefined {
  let value = root;
  for (const token of pointerTokens(pointer)) {
    value = Array.isArray(value) ? value[Number(token)] : isObject(value ?? null) && isObject(value) ? value[token] : undefined;
  }
  return value;
}
