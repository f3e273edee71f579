import { resolve } from "node:path";
import { readConfig } from "../load/read-config.ts";
import type { Config } from "../load/read-config.ts";
import { isRemote } from "../load/uri.ts";
import { displayName } from "./format/display-name.ts";
import { UsageError } from "./usage-error.ts";

/** An API that a command line means: its document (an absolute path, a URL, or `-`), and the folder that its files go to. */
export type RequestedApi = { input: string; out: string };

/** The APIs a command is about, and the redocly.yaml that counts, if there is one. */
export type Requested = { apis: RequestedApi[]; config?: string };

/** The document that was asked for, by path, URL or name; without one, every API that redocly.yaml lists. Throws UsageError. */
export async function findApis(document: string | undefined, cwd: string): Promise<Requested> {
  const config = await configOf(cwd);
  const fallback = resolve(cwd, "generated");
  const path = config && { config: config.path };
  if (document === undefined) return { apis: configured(config, fallback), ...path };
  const named = config?.apis.find(({ name }) => name === document);
  const input = named?.root ?? (document === "-" || isRemote(document) ? document : resolve(cwd, document));
  const entry = named ?? config?.apis.find(({ root }) => root === input);
  return { apis: [{ input, out: entry?.out ?? fallback }], ...path };
}

function configured(config: Config | undefined, fallback: string): RequestedApi[] {
  if (!config) throw new UsageError("No document.", "Name one: specwright COMMAND openapi.yaml, or list it under apis: in a redocly.yaml.");
  const apis = config.apis.map(({ root, out }) => ({ input: root, out: out ?? fallback }));
  if (apis.length === 0) throw new UsageError(`${config.path} lists no API.`, "Add apis: { my-api: { root: openapi.yaml } } to it, or name a document.");
  return apis;
}

async function configOf(cwd: string): Promise<Config | undefined> {
  const { config, source, diagnostics } = await readConfig(cwd);
  if (diagnostics.length === 0) return config;
  const { findingsOf } = await import("./format/finding.ts");
  const { formatStylish } = await import("./format/stylish.ts");
  const sources = new Map(source && [[source.uri, source]]);
  throw new UsageError(formatStylish(await findingsOf(diagnostics, { sources, folder: cwd }), { colour: false }).trimEnd());
}

/** Refuses two APIs in one folder: each would remove the other's files. */
export function refuseSharedFolders(apis: readonly RequestedApi[], cwd: string): void {
  const seen = new Set<string>();
  for (const { out } of apis) {
    if (seen.has(out)) throw new UsageError(`Several APIs would be written to ${displayName(out, cwd)}.`, "Give each its own x-specwright: { out: … } in redocly.yaml.");
    seen.add(out);
  }
}
