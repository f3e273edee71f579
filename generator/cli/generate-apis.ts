import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { generate } from "../generate.ts";
import type { Generated } from "../generate.ts";
import type { Target } from "../targets.ts";
import { findApis, refuseSharedFolders } from "./find-apis.ts";
import type { RequestedApi } from "./find-apis.ts";
import type { Io } from "./io.ts";
import type { Format } from "./report.ts";

/** What `specwright generate` was asked for. */
export type GenerateRequest = {
  document?: string;
  /** A folder, or `-` for stdout. */
  out?: string;
  check: boolean;
  targets?: readonly Target[];
  remote: boolean;
  format: Format;
};

/** One API that was generated: what it gave, and how many milliseconds that took. */
export type GeneratedApi = RequestedApi & { generated: Generated; time: number };

/** Generates every API that is asked for. `inputs` are the files that had a part in it, for those who watch them. */
export async function generateApis(request: GenerateRequest, io: Io): Promise<{ apis: GeneratedApi[]; inputs: string[] }> {
  const { apis, config } = await findApis(request.document, io.cwd);
  const { out } = request;
  const targeted = apis.map((api) => (out === undefined || out === "-" ? api : { ...api, out: resolve(io.cwd, out) }));
  if (out !== "-") refuseSharedFolders(targeted, io.cwd);
  const generated: GeneratedApi[] = [];
  for (const api of targeted) generated.push(await generateApi(api, request, io));
  const read = generated.flatMap((api) => [api.input, ...api.generated.sources.keys()]);
  return { apis: generated, inputs: [...new Set(config === undefined ? read : [...read, config])] };
}

async function generateApi(api: RequestedApi, { targets, remote }: GenerateRequest, io: Io): Promise<GeneratedApi> {
  const start = performance.now();
  const generated = await generate({ input: api.input, cwd: io.cwd, remote, stdin: io.stdin, ...(targets && { targets }) });
  return { ...api, generated, time: performance.now() - start };
}

/** What there is to say about all of them. */
export function findingsAbout(apis: readonly GeneratedApi[]) {
  return {
    diagnostics: apis.flatMap(({ generated }) => generated.diagnostics),
    sources: new Map(apis.flatMap(({ generated }) => [...generated.sources])),
  };
}
