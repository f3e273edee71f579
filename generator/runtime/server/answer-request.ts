import { isPromise, type Awaitable } from "./after.js";
import { answerProblem } from "./answer-problem.js";
import { Aborted } from "./body-errors.js";
import { exampleResponse } from "./example-response.js";
import type { ExchangeState } from "./exchange-state.js";
import type { ServerResponse } from "./exchange.js";
import type { HandlerRequest } from "./handler.js";
import type { PreparedOperation } from "./prepare-operation.js";
import type { Problem } from "./problem.js";
import { problemOf } from "./problem-of.js";
import type { ReadParameters } from "./read-parameters.js";
import { Refusal } from "./refusal.js";
import { notImplementedReply } from "./replies.js";
import type { Reply } from "./reply.js";
import { RequestContext } from "./request-context.js";
import { acceptOf } from "./respond.js";
import { sendReply } from "./send-reply.js";
import type { Settings } from "./settings.js";

/**
 * Answers a request of an operation. The order is this, and the first thing that is wrong is told:
 *
 * 1. credentials (401, 403), so that nobody learns what is asked for who may not ask;
 * 2. `Accept` (406), which no correction of the rest would help;
 * 3. parameters (400), all that is wrong with them at once;
 * 4. the body's media type and coding (415) and its size (413), by the head alone where it says them;
 * 5. the body (400);
 * 6. the handler, and what it gives (500).
 *
 * What needs no waiting is done in the same turn. Never rejects.
 */
export function answerRequest(operation: PreparedOperation, exchange: ExchangeState, settings: Settings): Awaitable<ServerResponse> {
  try {
    const answer = begin(operation, exchange, settings);
    return isPromise(answer) ? answer.catch((error: unknown) => answerFailure(operation, exchange, settings, error)) : answer;
  } catch (error) {
    return answerFailure(operation, exchange, settings, error);
  }
}

function begin(operation: PreparedOperation, exchange: ExchangeState, settings: Settings): Awaitable<ServerResponse> {
  const principal = operation.guard?.(exchange.request, exchange.query);
  if (isPromise(principal)) return Promise.resolve(principal).then((who) => admit(operation, exchange, who, settings));
  return admit(operation, exchange, principal, settings);
}

function admit(operation: PreparedOperation, exchange: ExchangeState, principal: unknown, settings: Settings): Awaitable<ServerResponse> {
  if (principal instanceof Refusal) return refuse(refusalOf(principal, operation), operation, exchange, settings);
  return readRequest(operation, exchange, principal, settings);
}

function refusalOf({ status, reason }: Refusal, { challenges }: PreparedOperation): Problem {
  const details = reason === undefined ? {} : { reason };
  return status === 403 ? problemOf("forbidden", details) : problemOf("unauthorized", { ...details, ...(challenges.length && { headers: { "www-authenticate": challenges } }) });
}

function readRequest(operation: PreparedOperation, exchange: ExchangeState, principal: unknown, settings: Settings): Awaitable<ServerResponse> {
  const { request } = exchange;
  if (operation.negotiate && operation.negotiate(acceptOf(request)) < 0) return refuse(problemOf("not-acceptable"), operation, exchange, settings);
  const parameters = operation.readParameters(exchange);
  const { violations } = parameters;
  if (violations.length) return refuse(problemOf("invalid-request", { violations }), operation, exchange, settings);
  return operation.readBody(request, ({ body, contentType, problem }) => {
    if (problem) return refuse(problem, operation, exchange, settings);
    return handle(operation, exchange, settings, { principal, parameters, body, contentType });
  });
}

type Input = { readonly principal: unknown; readonly parameters: ReadParameters; readonly body: unknown; readonly contentType: string | undefined };

function handle(operation: PreparedOperation, exchange: ExchangeState, settings: Settings, { principal, parameters, body, contentType }: Input): Awaitable<ServerResponse> {
  const { handler, name, replies } = operation;
  const { path, query, headers, cookies } = parameters;
  const request: HandlerRequest = { path, query, headers, cookies, body, contentType };
  if (handler === undefined) return finish(operation, exchange, settings, notImplementedReply);
  const reply = handler(request, replies, new RequestContext(principal, name, exchange.request));
  return isPromise(reply) ? reply.then((given) => finish(operation, exchange, settings, given)) : finish(operation, exchange, settings, reply);
}

function finish(operation: PreparedOperation, exchange: ExchangeState, settings: Settings, reply: Reply): ServerResponse {
  if (reply === notImplementedReply) {
    return exampleResponse(operation.contract, acceptOf(exchange.request)) ?? refuse(problemOf("not-implemented"), operation, exchange, settings);
  }
  return sendReply(reply, operation, exchange, settings) ?? refuse(problemOf("invalid-response"), operation, exchange, settings);
}

function answerFailure(operation: PreparedOperation, exchange: ExchangeState, settings: Settings, error: unknown): ServerResponse {
  // Nobody is there to read it, and nothing is wrong on our side.
  if (error instanceof Aborted) return { status: 400, headers: {}, body: undefined };
  if (!exchange.request.signal?.aborted) settings.log({ kind: "handler-failed", operation: operation.name, message: "The handler failed, or a function of security.", error });
  return refuse(problemOf("handler-failed"), operation, exchange, settings, error);
}

function refuse(problem: Problem, { name, responder }: PreparedOperation, { request }: ExchangeState, settings: Settings, error?: unknown): ServerResponse {
  return answerProblem({ ...problem, operation: name }, { request, responder, error }, settings);
}
