import type { Parameter } from "../model/api.ts";
import type { Change } from "./change.ts";
import { diffContent } from "./diff-content.ts";
import { diffSchema } from "./diff-schema.ts";
import { pairUp } from "./pair-up.ts";
import type { Sides } from "./sides.ts";

/** Where one is in both versions. */
export type Place = { readonly sides: Sides; readonly where: string };

/** What is different in the parameters of an operation. */
export function diffParameters(base: readonly Parameter[], revision: readonly Parameter[], { sides, where }: Place): Change[] {
  const { both, removed, added } = pairUp(withPositions(base), withPositions(revision), ({ key }) => key);
  return [
    ...removed.map(({ parameter }): Change => ({
      rule: "request-parameter-removed", severity: "warning", where: `${where} ${wordsFor(parameter)}`, message: "is gone", base: parameter.at,
    })),
    ...added.map(({ parameter }): Change => ({
      rule: parameter.required ? "new-required-request-parameter" : "new-optional-request-parameter", severity: parameter.required ? "breaking" : "info",
      where: `${where} ${wordsFor(parameter)}`, message: parameter.required ? "is new, and must be sent" : "is new", revision: parameter.at,
    })),
    ...both.flatMap(([old, now]) => diffParameter(old.parameter, now.parameter, { sides, where: `${where} ${wordsFor(now.parameter)}` })),
  ];
}

type Positioned = { key: string; parameter: Parameter };

/** A parameter of the path is known by its position: its name is not sent. A header's name has no case (RFC 9110 §5.1). */
function withPositions(parameters: readonly Parameter[]): Positioned[] {
  let position = 0;
  return parameters.map((parameter) => {
    const name = parameter.in === "path" ? String(position++) : parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
    return { key: `${parameter.in} ${name}`, parameter };
  });
}

function diffParameter(base: Parameter, revision: Parameter, { sides, where }: Place): Change[] {
  const both = { where, base: base.at, revision: revision.at };
  const changes: Change[] = [];
  if (!base.required && revision.required) changes.push({ rule: "request-parameter-became-required", severity: "breaking", message: "must be sent now", ...both });
  if (base.required && !revision.required) changes.push({ rule: "request-parameter-became-optional", severity: "info", message: "need not be sent any more", ...both });
  if (base.style !== revision.style || base.explode !== revision.explode) {
    changes.push({ rule: "request-parameter-style-changed", severity: "breaking", message: `is written as ${styleOf(revision)}, and was as ${styleOf(base)}`, ...both });
  }
  if (base.doc.deprecated !== true && revision.doc.deprecated === true) changes.push({ rule: "request-parameter-deprecated", severity: "info", message: "is deprecated", ...both });
  const contents = diffContent(base.content === undefined ? [] : [base.content], revision.content === undefined ? [] : [revision.content], { sides, where, direction: "request" });
  if (base.schema === undefined || revision.schema === undefined) return [...changes, ...contents];
  return [...changes, ...contents, ...diffSchema(base.schema, revision.schema, { sides, where, direction: sides.isIncoming ? "response" : "request", thing: "parameter" })];
}

function styleOf({ style, explode }: Parameter): string {
  return explode ? `${style}, exploded` : style;
}

function wordsFor({ in: location, name }: Parameter): string {
  return `${location} parameter ${name}`;
}
