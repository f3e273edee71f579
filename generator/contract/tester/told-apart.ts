import type { Operation } from "../../model/api.ts";
import { sentMethod } from "../../model/sent-method.ts";
import { pathTemplate } from "./path-template.ts";

/**
 * Which operations a request does not tell from another one: placeholders have no names there, what stands behind `#` is never sent, and a query is
 * no part of a path (RFC 3986 §3.3, OAS "Path Templating"). A server answers as one of them, and which one nobody can say.
 */
export function notToldApart(operations: readonly Operation[]): ReadonlySet<Operation> {
  const byRoute = new Map<string, Operation[]>();
  for (const operation of operations) {
    const route = JSON.stringify([sentMethod(operation.method), pathTemplate(operation.path).map(({ literals, names, text }) => (names.length > 0 ? literals : text))]);
    byRoute.set(route, [...(byRoute.get(route) ?? []), operation]);
  }
  return new Set([...byRoute.values()].filter(({ length }) => length > 1).flat());
}
