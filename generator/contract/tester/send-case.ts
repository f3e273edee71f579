import type { Case, RequestValues } from "./case.ts";
import type { CheckTools } from "./checks/check-tools.ts";
import type { Outcome } from "./exchange.ts";
import { comeAgain } from "./come-again.ts";
import { differences } from "./differences.ts";
import { type FindingsBook, isByParts } from "./findings-book.ts";
import type { Found } from "./found.ts";
import { judgeCase } from "./judge-case.ts";
import { nearestCase } from "./nearest-case.ts";
import type { TestedOperation } from "./phase.ts";
import { smallestCase } from "./smallest-case.ts";

/** What sending a case needs. */
export type Sending = {
  /** Sends a request, within the budget and with the hooks. */
  readonly exchange: (one: Case) => Promise<Outcome>;
  readonly tested: (one: Case) => TestedOperation | undefined;
  readonly tools: CheckTools;
  readonly book: FindingsBook;
  /** The plainest valid request of an operation. */
  readonly plain: (tested: TestedOperation) => RequestValues | undefined;
  /** How many more requests there may be. */
  readonly left: () => number;
};

/**
 * Sends a case and takes down what is wrong with what comes back: a defect that is not known yet with the smallest request that shows it,
 * which has shown it twice. One that cannot be shown again says so.
 */
export async function sendCase(one: Case, sending: Sending): Promise<Outcome> {
  const outcome = await sendOnce(one, sending);
  // Who comes too soon has not been judged yet.
  return (await comeAgain(outcome, sending)) ? sendOnce(one, sending) : outcome;
}

async function sendOnce(one: Case, sending: Sending): Promise<Outcome> {
  const outcome = await exchanged(one, sending);
  for (const found of judged(one, outcome, sending)) {
    const cause = found.code === "no-response" ? silenceSince(found, sending) : found;
    if (!sending.book.count(cause, one)) await takeDown(found, { case: one, outcome }, sending);
  }
  return outcome;
}

async function exchanged(one: Case, sending: Sending): Promise<Outcome> {
  const outcome = await sending.exchange(one);
  if (outcome.kind === "response") silences.delete(sending);
  return outcome;
}

/** What is wrong with what came of a case. What a server takes that it should refuse is remembered, for it may come back. */
function judged(one: Case, outcome: Outcome, { tested, tools }: Sending): Found[] {
  const operation = tested(one);
  const found = judgeCase(one, outcome, operation, tools);
  const isLetIn = one.expectation.kind === "invalid" && one.expectation.rule.in === "body" && found.some(({ code }) => code === "invalid-request-accepted");
  const body = isLetIn ? one.values?.body : undefined;
  if (operation !== undefined && body !== undefined) tools.letIn.note(operation.judge(one.request).map((fault) => ({ path: "", ...fault })), body.value);
  return found;
}

/** The first request that was not answered, while nobody has been answered since: a server that hangs, or is gone, has one defect. */
function silenceSince(found: Found, sending: Sending): Found {
  const first = silences.get(sending) ?? found;
  silences.set(sending, first);
  return first;
}

const silences = new WeakMap<Sending, Found>();

type Shown = { readonly case: Case; readonly outcome: Outcome };

async function takeDown(found: Found, shown: Shown, sending: Sending): Promise<void> {
  const tested = sending.tested(shown.case);
  if (sending.left() < reserve || !repeatable.has(shown.case.phase)) return sending.book.add(found, shown);
  const shows = async (one: Case): Promise<Outcome | undefined> => {
    if (sending.left() < reserve) return undefined;
    const outcome = await exchanged(one, sending);
    return judged(one, outcome, sending).some((each) => each.code === found.code && each.key === found.key) ? outcome : undefined;
  };
  const again = await shows(shown.case);
  if (again === undefined) return addOnce(found, shown, sending.book);
  if (tested !== undefined && shown.case.values !== undefined && isByParts(found)) return takeDownByParts(found, { case: shown.case, outcome: again }, { sending, tested, shows });
  const smallest = tested === undefined || again.kind === "failure" ? { case: shown.case, outcome: again } : await smallestCase({ case: shown.case, outcome: again }, tested, shows);
  const asSmallest = judged(smallest.case, smallest.outcome, sending).find((each) => each.code === found.code && each.key === found.key);
  sending.book.add(asSmallest ?? found, smallest);
}

type Showing = { readonly sending: Sending; readonly tested: TestedOperation; readonly shows: (one: Case) => Promise<Outcome | undefined> };

/**
 * First what it is about: the parts in which a request must differ from the plainest one. Made smaller, it stays about them: other parts may only go,
 * so that one defect does not turn into another on the way.
 */
async function takeDownByParts(found: Found, shown: Shown, { sending, tested, shows }: Showing): Promise<void> {
  const plain = sending.plain(tested);
  if (plain === undefined) return sending.book.add(found, shown);
  const { shown: nearest, about } = await nearestCase(shown, plain, { tested, shows });
  if (sending.book.has(found, about)) return sending.book.add(found, shown, about);
  const isAboutTheSame = ({ values }: Case) => [...differences(values ?? plain, plain)].every(([part, text]) => text === "" || about.includes(part) || part.startsWith("path "));
  const smallest = await smallestCase(nearest, tested, async (one) => (isAboutTheSame(one) ? shows(one) : undefined));
  sending.book.add(about.length === 0 ? found : { ...found, message: `${found.message}, for its ${about.join(" and ")}` }, smallest, about);
}

/** What was not there the second time. No answer at all may have been the network's doing. */
function addOnce(found: Found, shown: Shown, book: FindingsBook): void {
  const isNetwork = shown.outcome.kind === "failure" && shown.outcome.failure !== "malformed";
  book.add({ ...found, severity: isNetwork ? "warning" : found.severity, once: true }, shown);
}

/** A sequence is more than its last request. */
const repeatable: ReadonlySet<Case["phase"]> = new Set(["examples", "coverage", "fuzz", "negative", "auth", "protocol", "semantic"]);

/** Requests that are kept for finding more, where they run short. */
const reserve = 50;
