import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type * as Redocly from "@redocly/openapi-core";
import type { Config, LocationObject, NormalizedProblem } from "@redocly/openapi-core";
import type { Diagnostic, Location, Severity } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Source } from "../load/document.ts";
import { isRemote } from "../load/uri.ts";

/** `value` is what the source says, parsed; Redocly may write into it. */
export type RedoclyRun = { source: Source; value: Json; cwd: string; remote?: boolean | undefined; config?: string | undefined };

/** `exampleSeverity`: how seriously the configuration takes an example that does not fit its schema. */
export type RedoclyReport = { diagnostics: Diagnostic[]; exampleSeverity: Severity };

/**
 * What Redocly's linter finds, with the project's redocly.yaml or, where there is none, with its `recommended` rules.
 * It is given the parsed document, and reads from the network only where that is allowed.
 */
export async function runRedocly(run: RedoclyRun): Promise<RedoclyReport> {
  const redocly = await import("@redocly/openapi-core");
  const configPath = run.config === undefined ? nearestConfig(run.cwd) : resolve(run.cwd, run.config);
  const mayFetch = run.remote === true || isRemote(run.source.uri);
  const resolver = new redocly.BaseResolver({ http: { headers: [], ...(!mayFetch && { customFetch: refuse }) } });
  // Redocly resolves relative references against the folder of the document, also where the document came from stdin.
  const uri = run.source.uri === "-" ? join(run.cwd, "-") : run.source.uri;
  const config = await configure({ redocly, configPath, resolver, uri }).catch((error: unknown) => failed(error, configPath ?? uri));
  if ("severity" in config) return { diagnostics: [config], exampleSeverity: "warning" };
  try {
    const exampleSeverity = severityOf(config, redocly.detectSpec(run.value));
    config.skipRules(exampleRules);
    const document = { source: new redocly.Source(uri, run.source.text), parsed: run.value };
    const problems = await redocly.lintDocument({ document, config, externalRefResolver: resolver });
    const counted = problems.filter((problem) => problem.ignored !== true);
    return { diagnostics: counted.map((problem) => toDiagnostic(problem, uri, run.source.uri)), exampleSeverity };
  } catch (error) {
    return { diagnostics: [failed(error, run.source.uri)], exampleSeverity: "warning" };
  }
}

/** Examples are checked in contract/, against what the whole document means; these rules add only alarms that are false. */
const exampleRules = ["no-invalid-media-type-examples", "no-invalid-schema-examples", "no-invalid-parameter-examples"];

type Setup = { redocly: typeof Redocly; configPath: string | undefined; resolver: Redocly.BaseResolver; uri: string };

async function configure({ redocly, configPath, resolver, uri }: Setup): Promise<Config> {
  if (configPath === undefined) return redocly.createConfig({ extends: ["recommended"] }, { externalRefResolver: resolver });
  const config = await redocly.loadConfig({ configPath, externalRefResolver: resolver });
  return config.forAlias(aliasOf(config, configPath, uri));
}

function severityOf(config: Config, version: Redocly.SpecVersion): Severity {
  return config.getRuleSettings("no-invalid-media-type-examples", version).severity === "error" ? "error" : "warning";
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
function aliasOf(config: Config, configPath: string, uri: string): string | undefined {
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
