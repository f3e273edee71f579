import type { Api, Parameter } from "../../model/api.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { splitUrl } from "../../runtime/server/split-url.ts";
import type { CheckedOperation } from "./checks/checked-exchange.ts";
import { uncheckedReader } from "./checks/unchecked-reader.ts";
import type { WireRequest } from "./exchange.ts";
import { headersOf } from "./headers-of.ts";
import { pathTexts } from "./path-texts.ts";

/** What of an operation's parameters is in a request: `query sort`, and its value `query sort=name`. */
export function parametersSeen(api: Api, tested: CheckedOperation, basePath: string): (request: WireRequest) => readonly string[] {
  let values: ReturnType<typeof parameterValues> | undefined;
  const seen = (request: WireRequest) => (values ??= parameterValues(api, tested, basePath))(request).flatMap(([parameter, value]) => seenIn(parameter, value));
  const isInTarget = tested.operation.parameters.every(({ in: location }) => location !== "header" && location !== "cookie");
  return isInTarget ? onceForTarget(seen) : seen;
}

/** What one request has, the next one mostly has as well, where the two differ in their bodies. */
function onceForTarget(namesOfRequest: (request: WireRequest) => readonly string[]): (request: WireRequest) => readonly string[] {
  let last: { readonly target: string; readonly names: readonly string[] } | undefined;
  return (request) => {
    if (last?.target !== request.target) last = { target: request.target, names: namesOfRequest(request) };
    return last.names;
  };
}

/** All that can be seen of a parameter: that it is there, and each value of its enum. */
export function namesOfParameter({ name, in: location, schema }: Parameter, schemas: ReadonlyMap<SchemaId, Schema>): string[] {
  const target = resolved(schema, schemas);
  const values = target?.enum ?? resolved(target?.items, schemas)?.enum ?? [];
  return [`${location} ${name}`, ...values.map((value) => `${location} ${name}=${textOf(value)}`)];
}

function resolved(schema: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): Schema | undefined {
  const target = schema?.ref === undefined ? undefined : schemas.get(schema.ref);
  return target ?? schema;
}

function seenIn(parameter: string, value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [parameter, ...values.map((each) => `${parameter}=${textOf(each)}`)];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "");
}

/** The parameters that a request has, read as a server reads them: what its schema refuses, too. */
function parameterValues(api: Api, { operation, contract }: CheckedOperation, basePath: string): (request: WireRequest) => [name: string, value: unknown][] {
  const read = uncheckedReader(contract);
  const texts = pathTexts(api, contract.path);
  return (request) => {
    const url = splitUrl(request.target, basePath);
    const path = url && texts(url.path);
    if (url === undefined || path === undefined) return [];
    const values = read({ path, query: url.query, headers: headersOf(request.headers) });
    return operation.parameters.flatMap(({ name, in: location }): [string, unknown][] => {
      const found = { path: values.path, query: values.query, header: values.headers, cookie: values.cookies, querystring: values.query }[location];
      const value = found[location === "header" ? name.toLowerCase() : name];
      return value === undefined ? [] : [[`${location} ${name}`, value]];
    });
  };
}
