import type { Api } from "../../model/api.ts";
import { documentedResponse } from "../../model/documented-response.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import type { BrokenRule, PhaseName } from "./case.ts";
import type { CheckedOperation } from "./checks/checked-exchange.ts";
import { headerNamed } from "./checks/headers-named.ts";
import { mediaTypeOf } from "./checks/media-type-of.ts";
import type { Coverage, OperationCoverage } from "./coverage.ts";
import type { WireRequest, WireResponse } from "./exchange.ts";
import { namesOfParameter, parametersSeen } from "./parameters-seen.ts";
import { requestRules, ruleKey } from "./request-rules.ts";

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
  const parameters = counter(operation.parameters.flatMap((parameter) => namesOfParameter(parameter, schemas)));
  const untried = new Map<PhaseName, number>();
  const broken = new Map<string, number>();
  let requests = 0;
  const seenIn = parametersSeen(api, tested, basePath);
  return {
    note: (request, response) => {
      requests++;
      for (const each of seenIn(request)) parameters.see(each);
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
