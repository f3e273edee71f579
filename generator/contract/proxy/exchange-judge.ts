import type { Document } from "../../load/document.ts";
import type { Api } from "../../model/api.ts";
import type { Case } from "../tester/case.ts";
import { type CheckTools, checkTools } from "../tester/checks/check-tools.ts";
import { headersNamed } from "../tester/checks/headers-named.ts";
import type { Coverage } from "../tester/coverage.ts";
import { coverageBook } from "../tester/coverage-book.ts";
import { exchangeSamples } from "../tester/exchange-samples.ts";
import type { Evidence, Finding } from "../tester/finding.ts";
import { findingsBook } from "../tester/findings-book.ts";
import type { Found } from "../tester/found.ts";
import { judgeCase } from "../tester/judge-case.ts";
import { isProvenInvalid } from "../tester/judge-request.ts";
import type { TestedOperation } from "../tester/phase.ts";
import { testedOperations } from "../tester/tested-operations.ts";
import { expectationOf } from "./expectation-of.ts";
import { operationFinder } from "./find-operation.ts";
import type { Observed } from "./observed.ts";
import { credentialHider } from "./without-credentials.ts";

/** What came of the traffic so far. All of it can be sent between threads: cases do not have their operations. */
export type TrafficReport = {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly samples: readonly Evidence[];
  readonly exchanges: number;
  /** Exchanges with a body that was not looked at: too large, in a coding that we do not know, or of a part only. */
  readonly unread: number;
};

export type ExchangeJudge = {
  /** Judges an exchange, and gives the findings that there were not before. */
  readonly judge: (observed: Observed) => Finding[];
  readonly report: () => TrafficReport;
};

/** Judges exchanges that others have made, by the checks of contract tests. Credentials are in none of what it gives. */
export function exchangeJudge(document: Pick<Document, "at">, api: Api, basePath: string): ExchangeJudge {
  const operations = testedOperations(api, { basePath, dress: (request) => request });
  const operationOf = operationFinder(api, operations, basePath);
  const tools = checkTools(document, api);
  const [book, coverage, samples, hide] = [findingsBook(() => new Map()), coverageBook(api, operations, basePath), exchangeSamples(), credentialHider(api)];
  const counts = { exchanges: 0, unread: 0 };
  const shown = (one: Case, { outcome }: Observed): Evidence => ({
    case: { phase: one.phase, title: one.title, request: hide.request(one.request), expectation: one.expectation },
    outcome: outcome.kind === "response" ? { kind: "response", response: hide.response(outcome.response) } : outcome,
  });
  return {
    judge: (observed) => {
      const { request, outcome, isRequestWhole } = observed;
      const tested = operationOf(request);
      const expectation = tested === undefined || !isRequestWhole ? ({ kind: "any" } as const) : expectationOf(request, tested);
      const one: Case = { phase: "traffic", title: "a request that passed by", request, expectation, ...(tested !== undefined && { operation: tested.operation }) };
      const isBodyRead = isReadable(observed);
      counts.exchanges++;
      if (!isBodyRead || !isRequestWhole) counts.unread++;
      if (tested !== undefined) coverage.note(tested, request, outcome.kind === "response" ? outcome.response : undefined);
      if (tested !== undefined && outcome.kind === "response" && expectation.kind === "invalid") coverage.broke(tested, expectation.rule, outcome.response);
      const evidence = shown(one, observed);
      samples.note({ ...evidence, case: one });
      const before = new Set(book.list().map(keyOf));
      for (const found of foundIn(one, observed, tested, tools).filter(({ code }) => isBodyRead || !ofBody.has(code))) {
        if (!book.count(found, one) && book.size() < most) book.add(found, evidence);
      }
      return book.list().filter((finding) => !before.has(keyOf(finding)));
    },
    report: () => ({
      findings: book.list(), coverage: coverage.coverage(), ...counts,
      samples: samples.list().map(({ case: one, outcome }) => shown(one, { request: one.request, outcome, isRequestWhole: true, isResponseWhole: true })),
    }),
  };
}

/** More findings than anybody reads: paths that are not documented have no end. */
const most = 2000;

/** What only the body shows. */
const ofBody: ReadonlySet<string> = new Set(["invalid-response-body", "unexpected-body", "broken-rule"]);

function isReadable({ request, outcome, isResponseWhole }: Observed): boolean {
  if (outcome.kind === "failure") return true;
  const { status, headers } = outcome.response;
  const codings = headersNamed(headers, "content-encoding").join(",").split(",").map((each) => each.trim().toLowerCase());
  const asked = headersNamed(request.headers, "accept-encoding").join(",").toLowerCase();
  const isDecoded = codings.every((coding) => /^(gzip|x-gzip|deflate|br|identity|)$/.test(coding) || !asked.includes(coding));
  return isResponseWhole && isDecoded && status !== 206;
}

function foundIn(one: Case, { request, outcome }: Observed, tested: TestedOperation | undefined, tools: CheckTools): Found[] {
  // Whether a valid request can be granted, what is there decides: of requests that have a meaning, a refusal is only a hint.
  const found = judgeCase(one, outcome, tested, tools).map((each): Found => (each.code === "valid-request-refused" ? { ...each, severity: "warning" } : each));
  if (outcome.kind === "failure") return found;
  const { status } = outcome.response;
  if (tested === undefined) return status >= 200 && status < 300 && !/^(HEAD|OPTIONS|CONNECT)$/.test(request.method) ? [...found, undocumented(request.method, request.target, tools)] : found;
  return one.expectation.kind === "invalid" && status >= 400 && status < 500 ? [...found, ...invalid(one, tested, tools)] : found;
}

function undocumented(method: string, target: string, tools: CheckTools): Found {
  const operation = `${method} ${target.split("?", 1).join("")}`;
  return { code: "undocumented-operation", severity: "warning", operation, message: "An operation that is not documented is answered with success", because: "The document has no such path with this method", at: tools.at("/paths"), key: "" };
}

/** The server is right to refuse it; whoever has sent it may not know. */
function invalid({ request, expectation }: Case, tested: TestedOperation, tools: CheckTools): Found[] {
  const faults = tested.judge(request);
  if (expectation.kind !== "invalid" || !isProvenInvalid(faults)) return [];
  const { at, keyword, in: location, name } = expectation.rule;
  const where = name === undefined ? `its ${location}` : `the ${location} parameter ${name}`;
  return [{ code: "invalid-request", severity: "warning", operation: tested.name, message: `A client sends a request that the document does not allow: ${where} ${faults[0]?.message ?? ""}`, because: `The document's schema says so: ${keyword}; the server has refused it`, at: tools.at(at), key: `${at} ${keyword}` }];
}

function keyOf({ code, operation, key }: Finding): string {
  return `${code} ${operation} ${key}`;
}
