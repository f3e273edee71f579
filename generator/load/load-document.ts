import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import { isObject, type Json, type JsonObject, member } from "../json.ts";
import type { Loaded, Source } from "./document.ts";
import { addFile, createGraph, type Dialect, type File } from "./graph.ts";
import { join } from "./join.ts";
import { parse } from "./parse.ts";
import { readSource } from "./read-source.ts";
import { resolveReferences, type ReadFile } from "./resolve-references.ts";
import { isRemote, resolveUri } from "./uri.ts";
import { walk } from "./walk.ts";

/** `stdin` is asked for the text of the document `-`. `remote`: what is on the network may be read also from a local document. */
export type LoadOptions = {
  cwd: string;
  remote?: boolean | undefined;
  stdin?: (() => Promise<string>) | undefined;
  /** Is shown what the document's own file says, before anything in it is resolved or rewritten in place. */
  onParsed?: ((value: Json) => void) | undefined;
};

/**
 * Loads a description from a path (relative to `cwd`), an http(s) URL, or `-`: YAML or JSON, one file or many,
 * OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0. All that is wrong with it is in `diagnostics`; nothing is thrown for a bad document.
 */
export async function loadDocument(input: string, options: LoadOptions): Promise<Loaded> {
  const sources = new Map<string, Source>();
  const uri = isRemote(input) || input === "-" ? input : resolve(options.cwd, input);
  const { root, diagnostics } = await readRoot(uri, sources, options);
  if (root === undefined || !isObject(root.value)) return { diagnostics, sources };
  const graph = createGraph(root);
  addFile(graph, root);
  walk(graph, "openapi", { file: root, pointer: "", value: root.value, base: root.base });
  await resolveReferences(graph, { readFile: fileReader(sources), remote: options.remote === true || isRemote(uri) });
  const document = join(graph, root.value, sources);
  return { document, diagnostics: [...diagnostics, ...graph.diagnostics], sources };
}

type Root = { root?: File; diagnostics: Diagnostic[] };

async function readRoot(uri: string, sources: Map<string, Source>, options: LoadOptions): Promise<Root> {
  const read = await readSource(uri, options.stdin);
  if (read.source === undefined) return { diagnostics: read.diagnostics };
  sources.set(uri, read.source);
  const parsed = await parse(read.source);
  const diagnostics = [...read.diagnostics, ...parsed.diagnostics];
  if (parsed.value === undefined) return { diagnostics };
  options.onParsed?.(parsed.value);
  const at = { uri, pointer: "" };
  if (!isObject(parsed.value)) return { diagnostics: [...diagnostics, diagnose("not-openapi", "The document is not an object.", at)] };
  const made = await makeRoot(read.source, parsed.value);
  return { ...(made.root !== undefined && { root: made.root }), diagnostics: [...diagnostics, ...made.diagnostics] };
}

async function makeRoot(source: Source, value: JsonObject): Promise<Root> {
  const { openapi, swagger } = value;
  const at = { uri: source.uri, pointer: "" };
  if (openapi === undefined && swagger === undefined) {
    return { diagnostics: [diagnose("not-openapi", "There is no `openapi` field, so this is no OpenAPI document.", at)] };
  }
  if (isSwagger2(value)) {
    const { convertedFile } = await import("./swagger2-file.ts");
    const { file, diagnostics } = convertedFile(source, value);
    return { root: file, diagnostics };
  }
  const dialect = dialectOf(openapi);
  if (dialect === undefined) {
    const field = openapi === undefined ? "swagger" : "openapi";
    const message = `\`${field}: ${JSON.stringify(value[field])}\` is not a version that is known here.`;
    return { diagnostics: [diagnose("unknown-version", message, { uri: source.uri, pointer: `/${field}` })] };
  }
  return { root: makeFile(source, value, dialect), diagnostics: [] };
}

function makeFile(source: Source, value: File["value"], dialect: Dialect): File {
  const self = isObject(value) ? member(value, "$self") : undefined;
  const base = typeof self === "string" ? resolveUri(source.uri, self) ?? source.uri : source.uri;
  return { source, value, dialect, base, original: (pointer) => pointer };
}

// 3.0 or "3.0.3"; a number is what YAML makes of an unquoted `openapi: 3.0`.
function dialectOf(version: unknown): Dialect | undefined {
  const text = typeof version === "number" ? version.toFixed(1) : version;
  if (typeof text !== "string" || !/^3\.[012](\.\d+)?(-.*)?$/.test(text.trim())) return undefined;
  return text.trim().startsWith("3.0") ? "3.0" : "3.1";
}

function fileReader(sources: Map<string, Source>): ReadFile {
  return async (uri, from) => {
    if (await isDevice(uri)) return { diagnostics: [diagnose("unreadable", `${uri} is no file.`, { uri, line: 1, column: 1 })] };
    const read = await readSource(uri);
    if (read.source === undefined) return { diagnostics: read.diagnostics };
    sources.set(uri, read.source);
    const { value, diagnostics } = await parse(read.source);
    if (value === undefined) return { diagnostics };
    if (from.swagger2 !== undefined || isSwagger2(value)) return readSwagger2(read.source, value, from, diagnostics);
    const own = isObject(value) ? dialectOf(member(value, "openapi")) : undefined;
    return { file: makeFile(read.source, value, own ?? from.dialect), diagnostics };
  };
}

// A device or a pipe may never end: whoever starts us may name one, a document may not.
async function isDevice(uri: string): Promise<boolean> {
  const found = isRemote(uri) ? undefined : await stat(uri).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

async function readSwagger2(source: Source, value: Json, from: File, diagnostics: Diagnostic[]): ReturnType<ReadFile> {
  const { convertedFile, partFile } = await import("./swagger2-file.ts");
  if (!isSwagger2(value)) return { file: partFile(source, value, from.swagger2 ?? {}), diagnostics };
  const converted = convertedFile(source, value);
  return { file: converted.file, diagnostics: [...diagnostics, ...converted.diagnostics] };
}

function isSwagger2(value: Json): value is JsonObject {
  return isObject(value) && value["openapi"] === undefined && (value["swagger"] === "2.0" || value["swagger"] === 2);
}
