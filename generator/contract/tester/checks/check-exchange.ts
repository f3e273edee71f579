import { documentedResponse } from "../../../model/documented-response.ts";
import type { WireRequest, WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { checkBody } from "./check-body.ts";
import { checkContentType } from "./check-content-type.ts";
import { checkHeaderSyntax } from "./check-header-syntax.ts";
import { checkHeaders } from "./check-headers.ts";
import { checkNoBody, mustBeEmpty } from "./check-no-body.ts";
import { checkProblem } from "./check-problem.ts";
import { checkRules } from "./check-rules.ts";
import { checkStatus } from "./check-status.ts";
import { checkWriteOnly } from "./check-write-only.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange, CheckedOperation } from "./checked-exchange.ts";
import { documentedContent } from "./documented-content.ts";
import { isPartialResponse } from "./is-partial-response.ts";
import { readBody } from "./read-body.ts";

/**
 * What is wrong with an answer, whoever asked and why: what HTTP asks of every answer, and what the document says of this operation's. Of an
 * operation that is not documented, only the former.
 */
export function checkExchange(tested: CheckedOperation | undefined, request: WireRequest, response: WireResponse, tools: CheckTools): Found[] {
  const subject = { operation: tested?.name ?? nameOf(request), at: tools.at(tested?.operation.at ?? "/paths") };
  const ofHttp = [...checkNoBody(request, response, subject), ...checkHeaderSyntax(response, subject)];
  if (tested === undefined) return ofHttp;
  const documented = documentedResponse(tested.operation.responses, response.status);
  const ofStatus = checkStatus(tested, { request, response, documented }, tools);
  if (documented === undefined || ofStatus.length > 0) return [...ofHttp, ...ofStatus];
  // What is not even written as its standard says is not held against the document as well.
  const brokenHeaders = new Set(ofHttp.flatMap(({ key }) => (key.startsWith("header ") ? [key.slice("header ".length)] : [])));
  return [...ofHttp, ...checkDocumented({ tested, request, response, documented, brokenHeaders }, tools)];
}

/** The checks of an answer whose status, headers and body the document describes, in the order of what is found. */
const checks: readonly ((exchange: CheckedExchange, tools: CheckTools) => Found[])[] = [checkWriteOnly, checkProblem, checkHeaders, checkRules];

function checkDocumented(exchange: Omit<CheckedExchange, "content" | "body" | "isPartial">, tools: CheckTools): Found[] {
  const content = documentedContent(exchange, tools.schemas);
  const ofType = exchange.brokenHeaders.has("content-type") ? [] : checkContentType({ ...exchange, content }, tools);
  const hasBody = content !== undefined && ofType.length === 0 && !mustBeEmpty(exchange.request.method, exchange.response.status);
  const read = !hasBody ? undefined : readBody(exchange.response, content);
  const checked = { ...exchange, content, body: read?.body, isPartial: isPartialResponse(exchange.request, exchange.tested.operation) };
  const ofBody = read === undefined ? [] : checkBody(checked, read.problems, tools);
  return [...ofType, ...ofBody, ...checks.flatMap((check) => check(checked, tools))];
}

function nameOf({ method, target }: WireRequest): string {
  return `${method} ${target.split("?", 1).join("")}`;
}
