import type { Operation } from "../model/api.ts";
import type { Change } from "./change.ts";
import { diffContent } from "./diff-content.ts";
import type { Place } from "./diff-parameters.ts";

/** What is different in the body of an operation's request. */
export function diffRequestBody({ requestBody: base }: Operation, { requestBody: revision }: Operation, { sides, where: operation }: Place): Change[] {
  const where = `${operation} request body`;
  if (base === undefined && revision === undefined) return [];
  if (base === undefined) {
    const required = revision?.required === true;
    return [{
      rule: required ? "request-body-added-required" : "request-body-added-optional", severity: required ? "breaking" : "info", where,
      message: required ? "is new, and must be sent" : "is new", ...(revision !== undefined && { revision: revision.at }),
    }];
  }
  if (revision === undefined) return [{ rule: "request-body-removed", severity: "breaking", where, message: "is gone", base: base.at }];
  const both = { where, base: base.at, revision: revision.at };
  const changes = diffContent(base.content, revision.content, { sides, where, direction: "request" });
  if (!base.required && revision.required) changes.push({ rule: "request-body-became-required", severity: "breaking", message: "must be sent now", ...both });
  if (base.required && !revision.required) changes.push({ rule: "request-body-became-optional", severity: "info", message: "need not be sent any more", ...both });
  return changes;
}
