import type { Json } from "../json.ts";
import { negotiator } from "../runtime/server/negotiate.ts";
import { problemDetails } from "../runtime/server/problem-details.ts";
import type { Problem } from "../runtime/server/problem.ts";
import type { Reply } from "../runtime/server/reply.ts";
import { bestExample } from "./best-example.ts";
import { headerValues } from "./header-values.ts";
import { commonError } from "./common-error.ts";
import type { MockedApi, MockedContent, MockedOperation, MockedResponse } from "./mocked-api.ts";
import { withMessage } from "./with-message.ts";

/** Where a problem arose: the operation, or for a method that a path does not have, the operations of that path. */
export type ErrorPlace = { readonly operations: readonly MockedOperation[]; readonly accept: string | undefined };

/**
 * Makes of a problem the answer that the document has for it: the best of its examples for that status, else a body made from its schema
 * that says what is wrong; for a path that it does not have, a body of the schema that its errors share. Else problem details (RFC 9457).
 */
export function errorReply(problem: Problem, { operations, accept }: ErrorPlace, mocked: MockedApi): Reply {
  const plain = problemDetails(problem);
  // What is our own fault is not what the document describes.
  const told = { "specwright-mock": "guard", "specwright-problem": headerText(textOf(problem)) };
  const ours: Reply = { ...plain, headers: { ...plain.headers, ...told } };
  if (problem.status >= 500) return ours;
  const documented = findDocumented(problem, operations);
  if (documented === undefined) return commonReply(problem, ours, mocked);
  const { response, status } = documented;
  const headers = { ...headerValues(response, mocked.sample, undefined), ...problem.headers, ...told };
  if (response.contents.length === 0) return { status, body: undefined, headers };
  const texts = response.contents.filter(({ contract: { kind } }) => kind === "json" || kind === "text");
  // What is nothing but bytes may be a text as well as anything.
  const sendable = texts.length > 0 ? texts : response.contents.filter(({ contract: { kind } }) => kind === "binary");
  const chosen = sendable[Math.max(0, negotiator(sendable.map(({ mediaType }) => mediaType.name))(accept))];
  const body = chosen && errorBody(chosen, problem, status, mocked);
  if (chosen === undefined || body === undefined) return ours;
  const isRange = chosen.mediaType.name.includes("*");
  return { status, body, headers: { ...headers, ...(!isRange && { "content-type": chosen.mediaType.name }) } };
}

/** Why a request is refused, in one line. */
export function textOf({ title, reason, violations }: Problem): string {
  const [first] = violations;
  if (first === undefined) return reason ?? title;
  const where = [first.in, ...(first.name === undefined ? [] : [first.name]), ...(first.path === "" ? [] : [first.path])].join(" ");
  return `${where} ${first.message}`;
}

/** The response for the status of a problem, or of its kin: 422 where a request is understood and 400 is not documented, 404 where no such path can be. */
function findDocumented({ status, violations }: Problem, operations: readonly MockedOperation[]): { response: MockedResponse; status: number } | undefined {
  const isUnderstood = violations.length > 0 && violations.every(({ in: location, keyword }) => location === "body" && keyword !== "syntax" && keyword !== "required");
  const isOfPath = violations.length > 0 && violations.every(({ in: location }) => location === "path");
  const wanted = status !== 400 ? [status] : isUnderstood ? [422, 400] : isOfPath ? [400, 422, 404] : [400, 422];
  const find = (key: string) => operations.flatMap(({ responses }) => responses).find((response) => response.status.toUpperCase() === key);
  for (const exact of wanted) {
    const response = find(String(exact));
    if (response !== undefined) return { response, status: exact };
  }
  const response = find(`${String(status).charAt(0)}XX`) ?? (operations.length === 1 ? find("DEFAULT") : undefined);
  return response && { response, status };
}

function errorBody(content: MockedContent, problem: Problem, status: number, { sample }: MockedApi): Json | undefined {
  if (content.contract.kind === "binary") return textOf(problem);
  const example = bestExample(content, problem);
  if (example !== undefined) return example;
  const { schema, contract: { check, kind } } = content;
  const made = schema === undefined ? undefined : sample(schema, { fill: "required" }) ?? sample(schema);
  if (kind === "text") return typeof made === "object" || made === undefined ? textOf(problem) : String(made);
  return made === undefined ? undefined : withMessage(made, { text: textOf(problem), status, full: schema && sample(schema), accepts: (value) => check?.is(value) !== false });
}

function commonReply(problem: Problem, ours: Reply, mocked: MockedApi): Reply {
  const common = commonError(mocked);
  const body = common && errorBody({ ...common, mediaType: { ...common.mediaType, examples: [] } }, problem, problem.status, mocked);
  if (common === undefined || body === undefined) return ours;
  return { ...ours, body, headers: { ...ours.headers, "content-type": common.mediaType.name } };
}

/** RFC 9110 §5.5: no line breaks, nothing beyond ASCII, and not too long for anybody. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 500);
}
