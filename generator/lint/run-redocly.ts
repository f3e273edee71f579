import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config, LocationObject, NormalizedProblem } from "@redocly/openapi-core";
import type { Diagnostic, Location } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Source } from "../load/document.ts";
import { isRemote } from "../load/uri.ts";

/** `value` is what the source says, parsed; Redocly may write into it. */
export type RedoclyRun = { source: Source; value: Json; cwd: string; remote?: boolean | undefined; config?: string | undefined };

/**
 * What Redocly's linter finds, with the project's redocly.yaml or, where there is none, with its `recommended` rules.
 * It is given the parsed document, and reads from the network only where that is allowed.
 */
export async function runRedocly(run: RedoclyRun): Promise<Diagnostic[]> {
  const redocly = await import("@redocly/openapi-core");
  const configPath = run.config === undefined ? nearestConfig(run.cwd) : resolve(run.cwd, run.config);
  const mayFetch = run.remote === true || isRemote(run.source.uri);
  const resolver = new redocly.BaseResolver({ http: { headers: [], ...(!mayFetch && { customFetch: refuse }) } });
  // Redocly resolves relative references against the folder of the document, also where the document came from stdin.
  const uri = run.source.uri === "-" ? join(run.cwd, "-") : run.source.uri;
  let config: Config;
  try {
    const loaded = configPath === undefined
      ? await redocly.createConfig({ extends: ["recommended"] }, { externalRefResolver: resolver })
      : await redocly.loadConfig({ configPath, externalRefResolver: resolver });
    config = loaded.forAlias(aliasOf(loaded, configPath, uri));
  } catch (error) {
    return [failed(error, configPath ?? run.source.uri)];
  }
  try {
    const source = new redocly.Source(uri, run.source.text);
    const problems = await redocly.lintDocument({ document: { source, parsed: run.value }, config, externalRefResolver: resolver });
    return problems.filter((problem) => problem.ignored !== true).map((problem) => toDiagnostic(problem, uri, run.source.uri));
  } catch (error) {
    return [failed(error, run.source.uri)];
  }
}

async function refuse(url: string): Promise<never> {
  throw new Error(`${url} is not read without --remote.`);
}

function nearestConfig(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const candidate = join(current, "redocly.yaml");
    if (existsSync(candidate)) return candidate;
    if (dirname(current) === current) return undefined;
  }
}

/** The name under `apis:` that this document has in the configuration. */
function aliasOf(config: Config, configPath: string | undefined, uri: string): string | undefined {
  if (configPath === undefined) return undefined;
  const entries = Object.entries(config.resolvedConfig.apis ?? {});
  return entries.find(([, api]) => (isRemote(api.root) ? api.root : resolve(dirname(configPath), api.root)) === uri)?.[0];
}

function toDiagnostic(problem: NormalizedProblem, uri: string, reportedUri: string): Diagnostic {
  const [place] = problem.location;
  const at = place === undefined ? { uri, pointer: "" } : locationOf(place);
  const suggestion = problem.suggest[0];
  return {
    code: problem.ruleId,
    severity: problem.severity === "warn" ? "warning" : "error",
    message: problem.message.trim().replaceAll(/\s*\n\s*/g, " "),
    at: at.uri === uri ? { ...at, uri: reportedUri } : at,
    ...(suggestion !== undefined && { help: `Did you mean "${suggestion}"?` }),
  };
}

function locationOf(place: LocationObject): Location {
  const uri = place.source.absoluteRef;
  if (place.pointer === undefined) return { uri, line: place.start.line, column: place.start.col };
  return { uri, pointer: place.pointer.replace(/^#?\/?/, (start) => (start.endsWith("/") ? "/" : "")).replace(/^\/$/, "") };
}

/** A rule or a configuration that throws: the linter's own stack is of no use to a person. */
function failed(error: unknown, uri: string): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return diagnose("linter-failed", `Redocly's linter stopped: ${reason.split("\n")[0]}`, { uri, line: 1, column: 1 });
}
