import type { Operation } from "../model/api.ts";
import { methodAndPath } from "../model/sent-method.ts";
import type { Change } from "./change.ts";
import { diffParameters } from "./diff-parameters.ts";
import { diffRequestBody } from "./diff-request-body.ts";
import { diffResponses } from "./diff-responses.ts";
import { diffSecurity } from "./diff-security.ts";
import type { Sides } from "./sides.ts";

/** What is different in one operation that both versions have. */
export function diffOperation(base: Operation, revision: Operation, sides: Sides): Change[] {
  const where = methodAndPath(revision);
  const both = { base: base.at, revision: revision.at };
  const changes: Change[] = [
    ...diffParameters(base.parameters, revision.parameters, { sides, where }),
    ...diffRequestBody(base, revision, { sides, where }),
    ...diffResponses(base.responses, revision.responses, { sides, where }),
    ...diffSecurity(base, revision, where),
  ];
  if (base.doc.deprecated !== true && revision.doc.deprecated === true) changes.push({ rule: "operation-deprecated", severity: "info", where, message: "is deprecated", ...both });
  if (base.doc.deprecated === true && revision.doc.deprecated !== true) changes.push({ rule: "operation-reactivated", severity: "info", where, message: "is deprecated no more", ...both });
  if (base.operationId !== revision.operationId) changes.push(renamed(base, revision, where));
  if (base.tags[0] !== revision.tags[0]) {
    changes.push({ rule: "operation-tag-changed", severity: "warning", where, message: `has ${tagOf(revision)} where it had ${tagOf(base)}: a generated method moves with it`, ...both });
  }
  return changes;
}

function renamed(base: Operation, revision: Operation, where: string): Change {
  const message = `is called ${revision.operationId ?? "nothing"} and was ${base.operationId ?? "nothing"}: a generated method is renamed with it`;
  return { rule: "operation-id-changed", severity: "warning", where, message, base: base.at, revision: revision.at };
}

function tagOf({ tags: [tag] }: Operation): string {
  return tag === undefined ? "no tag" : `the tag ${tag}`;
}
