import type { ServerRequest, ServerResponse } from "./exchange.js";
import type { Problem } from "./problem.js";
import { problemDetails } from "./problem-details.js";
import { acceptOf, namedReply, responder, type NamedReply, type Responder } from "./respond.js";
import type { Settings } from "./settings.js";

/** Where a problem arose: in which operation, if it is one of the document, and what was thrown, if anything was. */
export type ProblemPlace = { readonly request: ServerRequest; readonly responder?: Responder; readonly error?: unknown };

const undocumented = responder({ method: "", path: "", responses: [] });

/**
 * Answers with a problem: as the application maps it, or else as problem details. A mapping that fails, or whose reply cannot be sent,
 * is logged, and problem details are sent; one whose reply breaks the document is logged and sent, for the client does better with it.
 */
export function answerProblem(problem: Problem, place: ProblemPlace, settings: Settings): ServerResponse {
  const told = { ...problem, violations: problem.violations.slice(0, settings.limits.violations) };
  const mapped = settings.error && answerMapped(told, place, settings, settings.error);
  return mapped ?? undocumented.write(namedReply(problemDetails(told)), undefined, watch);
}

function answerMapped(problem: Problem, place: ProblemPlace, settings: Settings, map: NonNullable<Settings["error"]>): ServerResponse | undefined {
  const { request, responder: own = undocumented, error } = place;
  const operation = problem.operation ?? `${request.method} ${request.url}`;
  const log = (message: string, details: object) => settings.log({ kind: "mapping-failed", operation, message, ...details });
  try {
    const reply = withHeaders(namedReply(map(problem, { request, ...(error !== undefined && { error }) })), problem);
    const accept = acceptOf(request);
    const violations = settings.responses === "off" || own.find(reply.status) === undefined ? [] : own.violations(reply, accept);
    if (violations.length) log(`The option error gave a reply to ${problem.kind} that breaks the document.`, { violations });
    return own.write(reply, accept, watch);
  } catch (thrown) {
    log(`The option error failed for ${problem.kind}.`, { error: thrown });
    return undefined;
  }
}

/** What HTTP asks for with the status, unless the mapping says otherwise. */
function withHeaders(reply: NamedReply, { status, headers }: Problem): NamedReply {
  return reply.status === status ? { ...reply, headers: { ...headers, ...reply.headers } } : reply;
}

const watch = { judge: () => undefined, failed: () => undefined };
