import type { Header, Response } from "../model/api.ts";
import type { Change } from "./change.ts";
import { diffContent } from "./diff-content.ts";
import type { Place } from "./diff-parameters.ts";
import { diffSchema } from "./diff-schema.ts";
import { pairUp } from "./pair-up.ts";

/** What is different in the responses of an operation. */
export function diffResponses(base: readonly Response[], revision: readonly Response[], { sides, where }: Place): Change[] {
  const { both, removed, added } = pairUp(base, revision, ({ status }) => status.toUpperCase());
  return [
    ...removed.map((response): Change => {
      const isSuccess = response.status.startsWith("2");
      return {
        rule: isSuccess ? "response-success-status-removed" : "response-non-success-status-removed", severity: isSuccess ? "breaking" : "info",
        where: `${where} response ${response.status}`, message: "is gone", base: response.at,
      };
    }),
    ...added.map((response): Change => {
      const isSuccess = response.status.startsWith("2");
      return {
        rule: isSuccess ? "response-success-status-added" : "response-non-success-status-added", severity: "info",
        where: `${where} response ${response.status}`, message: "is new", revision: response.at,
      };
    }),
    ...both.flatMap(([old, now]) => {
      const here = `${where} response ${now.status}`;
      return [...diffContent(old.content, now.content, { sides, where: `${here} body`, direction: "response" }), ...diffHeaders(old.headers, now.headers, { sides, where: here })];
    }),
  ];
}

function diffHeaders(base: readonly Header[], revision: readonly Header[], { sides, where }: Place): Change[] {
  const { both, removed, added } = pairUp(base, revision, ({ name }) => name.toLowerCase());
  return [
    ...removed.map((header): Change => ({
      rule: header.required ? "required-response-header-removed" : "optional-response-header-removed", severity: header.required ? "breaking" : "warning",
      where: `${where} header ${header.name}`, message: "is gone", base: header.at,
    })),
    ...added.map((header): Change => ({ rule: "response-header-added", severity: "info", where: `${where} header ${header.name}`, message: "is new", revision: header.at })),
    ...both.flatMap(([old, now]) => diffHeader(old, now, { sides, where: `${where} header ${now.name}` })),
  ];
}

function diffHeader(base: Header, revision: Header, { sides, where }: Place): Change[] {
  const both = { where, base: base.at, revision: revision.at };
  const changes: Change[] = [];
  if (base.required && !revision.required) changes.push({ rule: "response-header-became-optional", severity: "breaking", message: "may be missing now", ...both });
  if (!base.required && revision.required) changes.push({ rule: "response-header-became-required", severity: "info", message: "is always there now", ...both });
  if (base.schema === undefined || revision.schema === undefined) return changes;
  return [...changes, ...diffSchema(base.schema, revision.schema, { sides, where, direction: sides.isIncoming ? "request" : "response", thing: "header" })];
}
