import { performance } from "node:perf_hooks";
import type { Document } from "../../load/document.ts";
import type { Api, Operation } from "../../model/api.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import { budgetOf } from "./budget.ts";
import type { Case } from "./case.ts";
import { checkTools } from "./checks/check-tools.ts";
import { type CoverageBook, coverageBook } from "./coverage-book.ts";
import { defaultValues } from "./default-values.ts";
import { differences } from "./differences.ts";
import type { Outcome, Transport, WireRequest } from "./exchange.ts";
import type { Finding } from "./finding.ts";
import { exchangeSamples } from "./exchange-samples.ts";
import { exchanger } from "./exchanger.ts";
import { findingsBook } from "./findings-book.ts";
import { groupFindings } from "./group-findings.ts";
import { givenPaths } from "./given-paths.ts";
import type { TestedOperation } from "./phase.ts";
import { callHook } from "./hook-failure.ts";
import type { GivenPaths, HookContext, Hooks } from "./hooks.ts";
import { phases } from "./phases.ts";
import { credentialsPutter } from "./put-credentials.ts";
import { type PhaseRun, runPhases } from "./run-phases.ts";
import { caseOf } from "./saved-case.ts";
import { selectOperations } from "./select-operations.ts";
import { sendCase } from "./send-case.ts";
import type { TestOptions } from "./test-options.ts";
import { ofMemory, withoutMemory } from "./without-memory.ts";
import type { TestReport } from "./test-report.ts";
import { testedOperations } from "./tested-operations.ts";

/**
 * Tests a server against a document: sends what each phase thinks up, judges every answer, and gives what was found and what was covered.
 * The same seed sends the same requests to a server that answers the same. Rejects only for bugs of ours, and with a `HookFailure` where the hooks fail before the first request.
 */
export async function testContract(document: Pick<Document, "at">, api: Api, transport: Transport, options: TestOptions = {}): Promise<TestReport> {
  const start = performance.now();
  const run = prepare(document, api, transport, options);
  const { hooks = {} } = options;
  const context = { baseUrl: transport.baseUrl };
  const given = await givenBy(hooks, context, api);
  let done: Awaited<ReturnType<typeof runPhases>>;
  let left: string | undefined;
  try {
    done = await runPhases({ ...run, given }, options);
  } finally {
    run.budget.close();
    left = await failureOf(hooks, context);
  }
  const hookFailure = done.stopped?.reason === "hook-failed" ? done.stopped.message : left;
  return {
    seed: options.seed ?? 1,
    baseUrl: transport.baseUrl,
    findings: sorted(groupFindings(run.book.list(), api), api.operations),
    coverage: run.coverage.coverage(),
    samples: run.samples.list(),
    phases: done.phases,
    skipped: run.skipped,
    ...(done.stopped !== undefined && { stopped: done.stopped.reason }),
    ...(hookFailure !== undefined && { hookFailure }),
    requests: run.budget.spent(),
    milliseconds: performance.now() - start,
  };
}

/** What there is before the first request. */
async function givenBy({ setup }: Hooks, context: HookContext, api: Api): Promise<GivenPaths> {
  return givenPaths(await callHook("setup", () => setup?.(context)), api);
}

/** Cleans up. What was found is not lost because that fails: why it did is told beside it. */
async function failureOf({ teardown }: Hooks, context: HookContext): Promise<string | undefined> {
  try {
    await callHook("teardown", () => teardown?.(context));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function prepare(document: Pick<Document, "at">, api: Api, transport: Transport, options: TestOptions): Omit<PhaseRun, "given"> & { skipped: TestReport["skipped"]; coverage: CoverageBook; samples: ReturnType<typeof exchangeSamples> } {
  const { hooks = {}, headers = [], seed = 1 } = options;
  const withCredentials = credentialsPutter(api, options.credentials ?? new Map());
  const dress = (request: WireRequest, operation: Operation) => withCredentials({ ...request, headers: [...request.headers, ...headers] }, operation);
  const basePath = new URL(transport.baseUrl).pathname.replace(/\/+$/, "");
  const all = testedOperations(api, { basePath, dress });
  const { operations, skipped } = selectOperations(all, options.operations, hooks.skip);
  const byOperation = new Map(all.map((tested) => [tested.operation, tested]));
  const budget = budgetOf({ maxRequests: options.maxRequests ?? Math.max(20_000, 600 * operations.length), seconds: options.seconds ?? 600, rate: options.rate, signal: options.signal });
  const coverage = coverageBook(api, operations, basePath);
  const samples = exchangeSamples();
  const tools = checkTools(document, api);
  const testedOf = (one: Case) => one.operation && byOperation.get(one.operation);
  const plain = (tested: TestedOperation) => defaultValues(api, tested);
  const whole = findingsBook((one) => {
    const tested = testedOf(one);
    return tested === undefined || one.values === undefined ? new Map() : differences(one.values, plain(tested));
  });
  const book = options.isForgetful === true ? withoutMemory(whole) : whole;
  const send = exchanger(transport, { budget, hooks });
  const exchange = async (one: Case): Promise<Outcome> => {
    const outcome = await send(one.request, one.operation && methodAndPath(one.operation));
    const tested = testedOf(one);
    if (tested !== undefined) coverage.note(tested, one.request, outcome.kind === "response" ? outcome.response : undefined);
    if (tested !== undefined && outcome.kind === "response" && one.expectation.kind === "invalid") coverage.broke(tested, one.expectation.rule, outcome.response);
    samples.note({ case: one, outcome });
    options.onExchange?.({ case: one, outcome });
    return outcome;
  };
  const sending = { exchange, tested: testedOf, tools, book, plain, left: budget.left };
  return {
    api, operations, skipped, seed, budget, book, coverage, samples, transport, withCredentials, at: tools.at,
    takesAnyCredentials: options.anyCredentials ?? false,
    phases: phases.filter(({ name }) => options.phases?.includes(name) ?? (options.isForgetful !== true || !ofMemory.has(name))),
    saved: (options.saved ?? []).map((each) => caseOf(each, all)),
    send: (one) => sendCase(one, sending),
    exchanged: send,
    leaveOut: coverage.leaveOut,
  };
}

/** By operation as the document has them, what is of none last; of each the errors first. */
function sorted(findings: readonly Finding[], operations: readonly Operation[]): Finding[] {
  const order = new Map(operations.map((operation, index) => [methodAndPath(operation), index]));
  const rank = ({ operation, severity }: Finding) => (order.get(operation) ?? operations.length) * 2 + (severity === "error" ? 0 : 1);
  return findings.toSorted((one, other) => rank(one) - rank(other));
}
