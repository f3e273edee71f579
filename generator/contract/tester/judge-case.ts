import type { Case } from "./case.ts";
import { ofRefusal } from "./checks/answers-of-document.ts";
import { checkEchoedBody } from "./checks/check-echoed-body.ts";
import { checkEchoedParameters } from "./checks/check-echoed-parameters.ts";
import { checkEchoedQuery } from "./checks/check-echoed-query.ts";
import { checkExchange } from "./checks/check-exchange.ts";
import { checkExpectation } from "./checks/check-expectation.ts";
import { checkOutcome } from "./checks/check-outcome.ts";
import type { CheckTools } from "./checks/check-tools.ts";
import type { Outcome } from "./exchange.ts";
import type { Found } from "./found.ts";
import type { TestedOperation } from "./phase.ts";

/** What is wrong with what came of a case. What follows from something else that is wrong is not said again. */
export function judgeCase(one: Case, outcome: Outcome, tested: TestedOperation | undefined, tools: CheckTools): Found[] {
  const { request, expectation } = one;
  if (outcome.kind === "failure") {
    const operation = tested?.name ?? `${request.method} ${request.target.split("?", 1).join("")}`;
    return [checkOutcome(outcome, { operation, at: tools.at(tested?.operation.at ?? "/paths") })];
  }
  const { response } = outcome;
  const found = checkExchange(tested, request, response, tools);
  const isExpected = expectation.kind === "status" && expectation.statuses.includes(response.status);
  if (isExpected || tested === undefined) return found.filter(({ code }) => !isExpected || (code !== "undocumented-status" && code !== "server-error"));
  const unexpected = checkExpectation(one, response, tested, tools);
  // Who takes what is wrong gives it back, which is the same defect.
  const follows = expectation.kind === "invalid" ? ofValues : ofStatus;
  if (unexpected.length > 0) return [...unexpected, ...found.filter(({ code }) => !follows.has(code))];
  if (expectation.kind !== "invalid" && found.length === 0 && response.status < 300) {
    const ofParameters = checkEchoedParameters(one, response, tested, tools);
    return [...ofParameters, ...checkEchoedQuery(one, response, tested, tools).filter(({ key }) => ofParameters.every((each) => each.key !== key)), ...checkEchoedBody(one, response, tested, tools)];
  }
  const blamed = expectation.kind === "invalid" ? ofRefusal(found, { operation: tested.operation, status: response.status, rule: expectation.rule }) : found;
  return blamed.map((each) => (each.code === "server-error" ? { ...each, key: `${each.key} ${provocation(one)}` } : each));
}

/** What may follow from a status that should not be. */
const ofStatus: ReadonlySet<Found["code"]> = new Set(["undocumented-status"]);

const ofValues: ReadonlySet<Found["code"]> = new Set([...ofStatus, "invalid-response-body", "invalid-response-header", "protocol-violation", "broken-rule", "server-error"]);

/** What makes a server fail, where that is known: a server that fails on whatever is wrong with a body has one defect. */
function provocation({ expectation }: Case): string {
  if (expectation.kind === "status") return expectation.odd === undefined ? "" : `${expectation.odd} `;
  return expectation.kind === "invalid" ? `${expectation.rule.in} ${expectation.rule.name ?? ""}` : "";
}
