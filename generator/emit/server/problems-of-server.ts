import type { Api, Operation } from "../../model/api.ts";
import { basePath } from "../../model/base-path.ts";
import { methodAndPath, sentMethod } from "../../model/sent-method.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { Problem } from "../call/problem.ts";
import { contentProblems } from "../call/problems-of.ts";
import { isAnswered } from "./reply-type.ts";
import { routeOfPath } from "./route-tree.ts";

/** What of a document a server does not honour: each thing once, at the first place that has it. */
export function problemsOfServer(api: Api, plan: TypePlan): Problem[] {
  const { operations } = api;
  const content = operations.flatMap(({ requestBody, responses }) => [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)]);
  const all = [
    ...routeProblems(operations),
    ...operations.flatMap((operation) => [...placeholderProblems(operation), ...statusProblems(operation), ...serverProblems(operation, api)]),
    ...content.flatMap((mediaType) => contentProblems(mediaType, plan)),
  ];
  const found = new Map<string, Problem>();
  for (const problem of all) if (!found.has(problem.message)) found.set(problem.message, problem);
  return [...found.values()];
}

/** Of operations that a request does not tell apart the first is served: placeholders have no names there, and a query is no part of a path. */
function routeProblems(operations: readonly Operation[]): Problem[] {
  const first = new Map<string, Operation>();
  return operations.flatMap((operation): Problem[] => {
    const route = JSON.stringify([sentMethod(operation.method), routeOfPath(operation).segments]);
    const served = first.get(route);
    if (served === undefined) first.set(route, operation);
    return served === undefined ? [] : [notServed(operation, `A request does not tell ${methodAndPath(operation)} from ${methodAndPath(served)}; server.ts serves the latter only.`)];
  });
}

/** `{a}{b}`: where the one ends and the other begins nobody can tell. */
function placeholderProblems(operation: Operation): Problem[] {
  const isTogether = routeOfPath(operation).segments.some((segment) => segment.slice(1, -1).includes(""));
  return isTogether ? [notServed(operation, `Nothing separates the placeholders of ${operation.path}; server.ts takes the first for one character.`)] : [];
}

function statusProblems({ responses }: Operation): Problem[] {
  return responses.filter((response) => !isAnswered(response)).map(({ status, at }) => (
    { code: "not-served", at, message: `The status ${status} is none that a handler answers with; server.ts does not have it.` }
  ));
}

function serverProblems(operation: Operation, api: Api): Problem[] {
  const { servers } = operation;
  if (servers === undefined || servers.length === 0 || basePath({ servers }) === basePath(api)) return [];
  return [notServed(operation, `The servers of ${operation.path} have the path "${basePath({ servers })}"; server.ts serves it, as all others, below "${basePath(api)}".`)];
}

function notServed({ at }: Operation, message: string): Problem {
  return { code: "not-served", at, message };
}
