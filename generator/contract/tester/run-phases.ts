import type { Api, Operation } from "../../model/api.ts";
import { acceptedCredentials } from "./accepted-credentials.ts";
import type { Budget } from "./budget.ts";
import type { Case, PhaseName } from "./case.ts";
import type { Outcome, Transport, WireRequest } from "./exchange.ts";
import type { Exchange } from "./exchanger.ts";
import type { FindingsBook } from "./findings-book.ts";
import type { GivenPaths } from "./hooks.ts";
import type { Phase, Run, TestedOperation } from "./phase.ts";
import { type LivingPaths, livingPaths } from "./living-paths.ts";
import { seededRandom } from "./seeded-random.ts";
import { Stopped } from "./stopped.ts";
import type { TestOptions } from "./test-options.ts";
import type { PhaseReport } from "./test-report.ts";

/** What the phases of a run work with. */
export type PhaseRun = {
  readonly api: Api;
  readonly operations: readonly TestedOperation[];
  readonly phases: readonly Phase[];
  readonly saved: readonly Case[];
  readonly seed: number;
  /** What is there before the first request. */
  readonly given: GivenPaths;
  readonly budget: Budget;
  readonly book: FindingsBook;
  readonly transport: Transport;
  readonly at: Run["at"];
  readonly takesAnyCredentials: boolean;
  readonly withCredentials: (request: WireRequest, operation: Operation) => WireRequest;
  readonly send: (one: Case) => Promise<Outcome>;
  readonly exchanged: Exchange;
  readonly leaveOut: (tested: TestedOperation, phase: PhaseName, count: number) => void;
};

/** Runs the phases one after the other, saved cases first, and says how far each has come and why it ended before it was through. */
export async function runPhases(run: PhaseRun, options: TestOptions): Promise<{ readonly phases: readonly PhaseReport[]; readonly stopped?: Stopped }> {
  const living = livingPaths(run.api, run.given);
  const accepted = acceptedCredentials(run.api);
  const stages: { name: PhaseName | "saved"; start: () => Promise<void> }[] = [
    ...(run.saved.length === 0 ? [] : [{ name: "saved", start: async () => { for (const one of run.saved) await sendAs("saved", one, living); } } as const]),
    ...run.phases.map((phase) => ({ name: phase.name, start: () => runPhase(phase) })),
  ];
  const numbers = new Map(run.operations.map(({ operation }, index) => [operation, index + 1]));
  const reached = new Set<number>();
  const sendAs = async (phase: PhaseName | "saved", one: Case, learning: LivingPaths) => {
    const outcome = await run.send(one);
    learning.learn(one, outcome);
    accepted.learn(one, outcome);
    const operation = one.operation && numbers.get(one.operation);
    if (operation !== undefined) reached.add(operation);
    options.onProgress?.({ phase, requests: run.budget.spent(), findings: run.book.size(), operations: numbers.size, ...(operation !== undefined && { operation }) });
    return outcome;
  };
  const runPhase = async (phase: Phase): Promise<void> => {
    const forOperations = (operations: readonly TestedOperation[], learning: LivingPaths) => phase.run({ ...runOf(run, phase.name, operations, (one) => sendAs(phase.name, one, learning)), living: learning, accepted });
    const isApart = byOperation.has(phase.name) && (options.concurrency ?? 1) > 1;
    if (!isApart) return forOperations(run.operations, living);
    const each = run.operations.map((one) => ({ one, fork: living.fork() }));
    await inParallel(each.map(({ one, fork }) => () => forOperations([one], fork)), options.concurrency ?? 1);
    for (const { fork } of each) fork.join();
  };
  const done: PhaseReport[] = [];
  let stopped: Stopped | undefined;
  for (const [index, { name, start }] of stages.entries()) {
    const before = run.budget.spent();
    reached.clear();
    run.budget.share(shareOf(name, stages.slice(index)));
    // A phase that has used up its share leaves theirs to the others.
    const isOver = stopped !== undefined && stopped.reason !== "max-requests" && stopped.reason !== "timeout";
    const end = isOver ? stopped : await endOf(start);
    stopped = end ?? stopped;
    done.push({ name, requests: run.budget.spent() - before, operations: reached.size, ...(end !== undefined && { stopped: end.reason }) });
  }
  return { phases: done, ...(stopped !== undefined && { stopped }) };
}

/** What failed before may use all there is; each phase its share, so that none goes without because of those before it. */
function shareOf(name: PhaseName | "saved", left: readonly { readonly name: PhaseName | "saved" }[]): number {
  if (name === "saved") return 1;
  return weights[name] / left.reduce((sum, each) => sum + (each.name === "saved" ? 0 : weights[each.name]), 0);
}

/** How much of requests and time a phase is likely to need, beside the others. */
const weights: Readonly<Record<PhaseName, number>> = { examples: 2, coverage: 4, fuzz: 2, negative: 4, auth: 1, protocol: 1, stateful: 1, semantic: 1 };

/** Why something was stopped; nothing where it was not. */
async function endOf(start: () => Promise<void>): Promise<Stopped | undefined> {
  try {
    await start();
    return undefined;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error;
  }
}

/** What these phases do about one operation has nothing to do with the others. */
const byOperation: ReadonlySet<PhaseName> = new Set(["examples", "coverage", "fuzz", "negative"]);

function runOf(run: PhaseRun, phase: PhaseName, operations: readonly TestedOperation[], send: Run["send"]): Omit<Run, "living" | "accepted"> {
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
    leaveOut: (tested, count) => run.leaveOut(tested, phase, count),
    withCredentials,
    at,
    takesAnyCredentials,
    transport: {
      ...transport,
      send: (request) => exchanged(request, undefined),
      ...(sendBytes !== undefined && { sendBytes: async (bytes: Uint8Array) => (await budget.take(), budget.within(sendBytes(bytes))) }),
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
