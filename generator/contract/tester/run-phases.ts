import type { Api, Operation } from "../../model/api.ts";
import type { Budget } from "./budget.ts";
import type { Case, PhaseName } from "./case.ts";
import type { Outcome, Transport, WireRequest } from "./exchange.ts";
import type { Exchange } from "./exchanger.ts";
import type { FindingsBook } from "./findings-book.ts";
import type { Phase, Run, TestedOperation } from "./phase.ts";
import { type LivingPaths, livingPaths } from "./living-paths.ts";
import { seededRandom } from "./seeded-random.ts";
import { Stopped, type StopReason } from "./stopped.ts";
import type { TestOptions } from "./test-options.ts";
import type { TestReport } from "./test-report.ts";

/** What the phases of a run work with. */
export type PhaseRun = {
  readonly api: Api;
  readonly operations: readonly TestedOperation[];
  readonly phases: readonly Phase[];
  readonly saved: readonly Case[];
  readonly seed: number;
  readonly budget: Budget;
  readonly book: FindingsBook;
  readonly transport: Transport;
  readonly at: Run["at"];
  readonly takesAnyCredentials: boolean;
  readonly withCredentials: (request: WireRequest, operation: Operation) => WireRequest;
  readonly send: (one: Case) => Promise<Outcome>;
  readonly exchanged: Exchange;
};

/** Runs the phases one after the other, saved cases first, and says how many requests each has sent and why it ended before the last. */
export async function runPhases(run: PhaseRun, options: TestOptions): Promise<{ readonly phases: TestReport["phases"]; readonly stopped?: StopReason }> {
  const living = livingPaths(run.api);
  const done: { name: PhaseName | "saved"; requests: number }[] = [];
  const stages: { name: PhaseName | "saved"; start: () => Promise<void> }[] = [
    { name: "saved", start: async () => { for (const one of run.saved) await sendAs("saved", one, living); } },
    ...run.phases.map((phase) => ({ name: phase.name, start: () => runPhase(phase) })),
  ];
  const sendAs = async (phase: PhaseName | "saved", one: Case, learning: LivingPaths) => {
    const outcome = await run.send(one);
    learning.learn(one, outcome);
    options.onProgress?.({ phase, requests: run.budget.spent(), findings: run.book.size() });
    return outcome;
  };
  const runPhase = async (phase: Phase): Promise<void> => {
    const forOperations = (operations: readonly TestedOperation[], learning: LivingPaths) => phase.run({ ...runOf(run, phase.name, operations, (one) => sendAs(phase.name, one, learning)), living: learning });
    const isApart = byOperation.has(phase.name) && (options.concurrency ?? 1) > 1;
    if (!isApart) return forOperations(run.operations, living);
    const each = run.operations.map((one) => ({ one, fork: living.fork() }));
    await inParallel(each.map(({ one, fork }) => () => forOperations([one], fork)), options.concurrency ?? 1);
    for (const { fork } of each) fork.join();
  };
  let isCut = false;
  for (const [index, { name, start }] of stages.entries()) {
    const before = run.budget.spent();
    // What failed before may use all there is; each phase its share, so that none goes without because of those before it.
    run.budget.share(index === 0 ? 1 : stages.length - index);
    const stopped = await reasonOf(start);
    if (name !== "saved" || run.saved.length > 0) done.push({ name, requests: run.budget.spent() - before });
    if (stopped === "max-requests") isCut = true;
    else if (stopped !== undefined) return { phases: done, stopped };
  }
  return { phases: done, ...(isCut && { stopped: "max-requests" }) };
}

/** Why something was stopped; nothing where it was not. */
async function reasonOf(start: () => Promise<void>): Promise<StopReason | undefined> {
  try {
    await start();
    return undefined;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.reason;
  }
}

/** What these phases do about one operation has nothing to do with the others. */
const byOperation: ReadonlySet<PhaseName> = new Set(["examples", "coverage", "fuzz", "negative"]);

function runOf(run: PhaseRun, phase: PhaseName, operations: readonly TestedOperation[], send: Run["send"]): Omit<Run, "living"> {
  const { api, seed, book, budget, transport, withCredentials, exchanged, at, takesAnyCredentials } = run;
  const { sendBytes } = transport;
  return {
    api,
    operations,
    random: (operation) => seededRandom(seed, phase, operation?.at ?? ""),
    send,
    report: (found) => {
      if (!book.count(found, found.evidence.case)) book.add(found, found.evidence);
    },
    withCredentials,
    at,
    takesAnyCredentials,
    transport: {
      ...transport,
      send: (request) => exchanged(request, undefined),
      ...(sendBytes !== undefined && { sendBytes: async (bytes: Uint8Array) => (await budget.take(), sendBytes(bytes)) }),
    },
  };
}

async function inParallel(tasks: readonly (() => Promise<void>)[], workers: number): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  // All have ended before the next phase begins, also where one was stopped.
  const results = await Promise.allSettled(Array.from({ length: workers }, work));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
