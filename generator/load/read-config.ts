import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { diagnose } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { escapePointer, isObject, member } from "../json.ts";
import type { Json } from "../json.ts";
import type { Source } from "./document.ts";
import { parse } from "./parse.ts";
import { isRemote } from "./uri.ts";

/** What redocly.yaml says to us: `{ path: "/home/me/redocly.yaml", apis: [{ name: "pets", root: "/home/me/spec/openapi.yaml" }] }`. */
export type Config = { path: string; apis: ConfiguredApi[] };

/** A member of `apis`: its document (an absolute path or a URL), and the folder that `x-specwright: { out }` names. */
export type ConfiguredApi = { name: string; root: string; out?: string };

/** The redocly.yaml of this folder, or of the nearest one above it. Without one there is no config, and nothing to say. */
export async function readConfig(folder: string): Promise<{ config?: Config; source?: Source; diagnostics: Diagnostic[] }> {
  const source = await findConfig(folder);
  if (!source) return { diagnostics: [] };
  if (source.text.trim() === "") return { source, config: { path: source.uri, apis: [] }, diagnostics: [] };
  const { value, diagnostics } = await parse(source);
  if (value === undefined) return { source, diagnostics };
  const read = apisOf(value, source.uri);
  return { source, config: { path: source.uri, apis: read.apis }, diagnostics: [...diagnostics, ...read.diagnostics] };
}

async function findConfig(folder: string): Promise<Source | undefined> {
  const uri = join(folder, "redocly.yaml");
  try {
    return { uri, text: await readFile(uri, "utf8") };
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const above = dirname(folder);
    return above === folder ? undefined : findConfig(above);
  }
}

/** Also a folder of that name, or one that we may not look into, is no config. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "EISDIR", "EACCES"].includes(String(error.code));
}

type Read = { apis: ConfiguredApi[]; diagnostics: Diagnostic[] };

function apisOf(value: Json, uri: string): Read {
  const apis = isObject(value) ? member(value, "apis") : undefined;
  if (apis === undefined || apis === null) return { apis: [], diagnostics: [] };
  if (!isObject(apis)) return wrong("apis is an object: one member for each API.", { uri, pointer: "/apis" });
  const read = Object.entries(apis).map(([name, api]) => apiOf(name, api, uri));
  return { apis: read.flatMap((one) => one.apis), diagnostics: read.flatMap((one) => one.diagnostics) };
}

function apiOf(name: string, api: Json, uri: string): Read {
  const pointer = `/apis/${escapePointer(name)}`;
  const root = isObject(api) ? member(api, "root") : undefined;
  if (!isObject(api) || typeof root !== "string") return wrong(`API "${name}" has no root: the path of its document.`, { uri, pointer });
  const ours = member(api, "x-specwright") ?? {};
  const out = isObject(ours) ? member(ours, "out") : null;
  if (out !== undefined && typeof out !== "string") {
    return wrong("x-specwright is an object, and its out the path of a folder.", { uri, pointer: `${pointer}/x-specwright` });
  }
  const folder = dirname(uri);
  const entry = { name, root: isRemote(root) ? root : resolve(folder, root), ...(out !== undefined && { out: resolve(folder, out) }) };
  return { apis: [entry], diagnostics: [] };
}

function wrong(message: string, at: { uri: string; pointer: string }): Read {
  return { apis: [], diagnostics: [diagnose("wrong-type", message, at)] };
}
