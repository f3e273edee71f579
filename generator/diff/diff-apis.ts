import type { Api, Operation, PathItem } from "../model/api.ts";
import { methodAndPath } from "../model/sent-method.ts";
import type { Change } from "./change.ts";
import { diffOperation } from "./diff-operation.ts";
import { diffSecuritySchemes } from "./diff-security.ts";
import { pairUp } from "./pair-up.ts";
import { type Sides, sidesOf } from "./sides.ts";

/** What is different in a revision of an API, in its own order; what breaks consumers first. */
export function diffApis(base: Api, revision: Api): Change[] {
  const sides = sidesOf(base, revision);
  const changes = [
    ...diffPaths(base.paths, revision.paths, sides),
    // A webhook is sent by the API's owner: who is the sender is the other way round there.
    ...diffPaths(base.webhooks, revision.webhooks, { ...sides, isIncoming: true }),
    ...diffSecuritySchemes(base.components.securitySchemes, revision.components.securitySchemes),
    ...diffServers(base, revision),
  ];
  const order = ["breaking", "warning", "info"];
  return distinct(changes).sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

function diffPaths(base: readonly PathItem[], revision: readonly PathItem[], sides: Sides): Change[] {
  const { both, removed, added } = pairUp(operationsOf(base), operationsOf(revision), keyOf);
  return [
    ...removed.map((operation): Change => ({
      rule: "operation-removed", severity: operation.doc.deprecated === true ? "warning" : "breaking", where: methodAndPath(operation),
      message: operation.doc.deprecated === true ? "is gone; it was deprecated" : "is gone", base: operation.at,
    })),
    ...added.map((operation): Change => ({ rule: "operation-added", severity: "info", where: methodAndPath(operation), message: "is new", revision: operation.at })),
    ...both.filter(([old, now]) => !sides.isAlike(old, now)).flatMap(([old, now]) => diffOperation(old, now, sides)),
  ];
}

function operationsOf(items: readonly PathItem[]): Operation[] {
  return items.flatMap((item) => item.operations);
}

/** What a path's parameters are called is nothing that callers see (OAS "Paths Object": templates are compared without names). */
function keyOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}

function diffServers(base: Api, revision: Api): Change[] {
  const { removed } = pairUp(base.servers, revision.servers, ({ url }) => url);
  return removed.map(({ url, at }) => ({ rule: "server-removed", severity: "warning", where: "servers", message: `${url} is gone`, base: at }));
}

/** A schema that many refer to differs at each of them: once is enough where all else is alike. */
function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
