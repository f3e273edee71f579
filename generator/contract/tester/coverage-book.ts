import type { Api, Parameter } from "../../model/api.ts";
import { documentedResponse } from "../../model/documented-response.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { parameterReader } from "../../runtime/server/read-parameters.ts";
import { splitUrl } from "../../runtime/server/split-url.ts";
import type { BrokenRule, PhaseName } from "./case.ts";
import type { CheckedOperation } from "./checks/checked-exchange.ts";
import { headerNamed } from "./checks/headers-named.ts";
import { mediaTypeOf } from "./checks/media-type-of.ts";
import type { Coverage, OperationCoverage } from "./coverage.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { headersOf } from "./headers-of.ts";
import { pathTexts } from "./path-texts.ts";
import { requestRules, ruleKey } from "./request-rules.ts";
import { withChecks } from "./with-checks.ts";

/** What was seen of an API so far. */
export type CoverageBook = {
  readonly note: (tested: CheckedOperation, request: WireRequest, response: WireResponse | undefined) => void;
  /** Takes down that a request was answered that breaks a rule, by a server that may have looked at that. */
  readonly broke: (tested: CheckedOperation, rule: BrokenRule, response: WireResponse) => void;
  /** Takes down how many requests a phase has left out. */
  readonly leaveOut: (tested: CheckedOperation, phase: PhaseName, count: number) => void;
  readonly coverage: () => Coverage;
};

/** Takes down what of an API is in exchanges: statuses, parameters and the values of their enums, media types, and rules that requests broke. */
export function coverageBook(api: Api, operations: readonly CheckedOperation[], basePath: string): CoverageBook {
  const schemas = schemaById(api);
  const rows = new Map(operations.map((tested) => [tested.operation, rowOf(api, tested, { schemas, basePath })]));
  return {
    note: (tested, request, response) => rows.get(tested.operation)?.note(request, response),
    broke: (tested, rule, { status }) => (isAbout(rule, status) ? rows.get(tested.operation)?.broke(rule) : undefined),
    leaveOut: (tested, phase, count) => rows.get(tested.operation)?.leaveOut(phase, count),
    coverage: () => ({ operations: [...rows.values()].map((row) => row.seen()) }),
  };
}

type Row = { readonly note: (request: WireRequest, response: WireResponse | undefined) => void; readonly broke: (rule: BrokenRule) => void; readonly leaveOut: (phase: PhaseName, count: number) => void; readonly seen: () => OperationCoverage };

function rowOf(api: Api, tested: CheckedOperation, { schemas, basePath }: { schemas: ReadonlyMap<SchemaId, Schema>; basePath: string }): Row {
  const { operation, name } = tested;
  const statuses = counter(operation.responses.map(({ status }) => status));
  const contentTypes = counter([
    ...(operation.requestBody?.content ?? []).map((content) => `request ${content.name}`),
    ...operation.responses.flatMap(({ status, content }) => content.map((each) => `${status} ${each.name}`)),
  ]);
  const parameters = counter(operation.parameters.flatMap((parameter) => namesOf(parameter, schemas)));
  const untried = new Map<PhaseName, number>();
  const broken = new Map<string, number>();
  let requests = 0;
  let valuesOf: ReturnType<typeof parameterValues> | undefined;
  return {
    note: (request, response) => {
      requests++;
      valuesOf ??= parameterValues(api, tested, basePath);
      for (const [parameter, value] of valuesOf(request)) for (const each of seenIn(parameter, value)) parameters.see(each);
      const sent = mediaTypeOf(operation.requestBody?.content ?? [], headerNamed(request.headers, "content-type"));
      if (sent !== undefined && request.body !== undefined) contentTypes.see(`request ${sent.name}`);
      const documented = response && documentedResponse(operation.responses, response.status);
      if (response === undefined || documented === undefined) return;
      statuses.see(documented.status);
      const given = mediaTypeOf(documented.content, headerNamed(response.headers, "content-type"));
      if (given !== undefined) contentTypes.see(`${documented.status} ${given.name}`);
    },
    broke: (rule) => void broken.set(ruleKey(rule), (broken.get(ruleKey(rule)) ?? 0) + 1),
    leaveOut: (phase, count) => void untried.set(phase, (untried.get(phase) ?? 0) + count),
    seen: () => ({
      operation: name, requests, statuses: statuses.list(), parameters: parameters.list(), contentTypes: contentTypes.list(),
      rules: [...requestRules(tested, schemas)].map(([rule, keys]) => ({ name: rule, count: keys.reduce((sum, key) => sum + (broken.get(key) ?? 0), 0) })),
      untried: [...untried].map(([phase, count]) => ({ name: phase, count })),
    }),
  };
}

/** Whether a status may be for a rule: not for who asks, nor how often, nor for what is not there, but in a path, which may say so of what is no id. */
function isAbout(rule: BrokenRule, status: number): boolean {
  return status < 500 && !(status === 404 || status === 410 ? rule.in !== "path" : ofOthers.has(status));
}

const ofOthers: ReadonlySet<number> = new Set([401, 403, 405, 407, 408, 429]);

/** Counts only what is there to be seen. */
function counter(names: readonly string[]): { see: (name: string) => void; list: () => { name: string; count: number }[] } {
  const counts = new Map(names.map((name) => [name, 0]));
  return {
    see: (name) => {
      const count = counts.get(name);
      if (count !== undefined) counts.set(name, count + 1);
    },
    list: () => [...counts].map(([name, count]) => ({ name, count })),
  };
}

function namesOf({ name, in: location, schema }: Parameter, schemas: ReadonlyMap<SchemaId, Schema>): string[] {
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
  const unchecked = withChecks(contract, () => ({ is: () => true, violations: () => [] }));
  const read = parameterReader(unchecked.parameters.map(({ default: _default, ...parameter }) => ({ ...parameter, required: false })), { unknownQuery: "ignore" });
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
