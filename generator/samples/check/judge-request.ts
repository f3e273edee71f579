import type { Api, Operation, Parameter } from "../../model/api.ts";
import { defaultUrl } from "../../model/default-url.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { sentMethod } from "../../model/sent-method.ts";
import { valueKindsOf } from "../../model/value-kinds.ts";
import type { FoundRequest } from "./found-request.ts";
import { matchPath } from "./match-path.ts";

/** What is wrong with a request; `rank` is how far it is the operation's: the path, the path and the method, or all but a parameter. */
export type Judgement = { rank: 0 | 1 | 2 | 3; message: string };

/** Whether a request of a sample is one of an operation: rank 3 where it is. */
export function judgeRequest({ method, url, isCut = false }: FoundRequest, operation: Operation, api: Api): Judgement {
  const { path, query, hasPrefix } = partsOf(url);
  const wanted = sentMethod(operation.method);
  const templates = [operation.path, ...basePaths(operation, api).map((base) => base + operation.path)];
  if (!templates.some((template) => matchPath(path, pathOf(template), { hasPrefix, isCut }))) {
    return { rank: 0, message: `sends ${path === "" ? "/" : path}, which is not ${operation.path}` };
  }
  if (method !== undefined && method !== wanted) return { rank: 1, message: `sends ${method}, and the operation is ${wanted} ${operation.path}` };
  const unknown = unknownNames(query, operation, api);
  if (unknown.length === 0) return { rank: 3, message: "" };
  return { rank: 2, message: `sends ${unknown.map((name) => JSON.stringify(name)).join(", ")}, which ${unknown.length === 1 ? "is no parameter" : "are no parameters"} of the operation` };
}

/** The path of a URL, whatever stands before it: a server, a variable, a placeholder. */
function partsOf(url: string): { path: string; query: string; hasPrefix: boolean } {
  const [, prefix = "", rest = ""] = /^(https?:\/\/[^/?#]*|[^/?#]*)([^#]*)/s.exec(url) ?? [];
  const [path = "", ...query] = rest.split("?");
  return { path, query: query.join("?"), hasPrefix: !/^(https?:|$)/.test(prefix) || /[${<]/.test(prefix) };
}

function pathOf(template: string): string {
  return template.split(/[?#]/, 1).join("");
}

function basePaths({ servers }: Operation, api: Api): string[] {
  return (servers ?? api.servers).map(defaultUrl).flatMap((url) => {
    return URL.canParse(url, "http://localhost") ? [new URL(url, "http://localhost").pathname.replace(/\/$/, "")] : [];
  });
}

function unknownNames(query: string, operation: Operation, api: Api): string[] {
  const schemas = schemaById(api);
  const parameters = operation.parameters.filter(({ in: location }) => location === "query" || location === "querystring");
  if (parameters.some((parameter) => hasOwnNames(parameter, schemas))) return [];
  const keys = api.components.securitySchemes.flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === "query" ? [scheme.parameter] : []));
  const inPath = new URLSearchParams(operation.path.split("?")[1] ?? "").keys();
  const known = new Set([...parameters.map(({ name }) => name), ...keys, ...inPath]);
  const names = Array.from(new URLSearchParams(query).keys(), (name) => name);
  return names.filter((name) => !known.has(name) && !known.has(name.replace(/\[.*$/s, "")) && /^[\w.-]+(\[|$)/.test(name));
}

/** A parameter whose members are names of the query themselves, so that any name can be one of it. */
function hasOwnNames(parameter: Parameter, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  return parameter.in === "querystring" || (parameter.style === "form" && parameter.explode && valueKindsOf(parameter.schema, schemas).object);
}
