import { methodAndPath } from "../../model/sent-method.ts";
import { isRecord } from "../../runtime/validate/record.ts";
import { type Case, type Expectation, phaseNames } from "./case.ts";
import type { Header, WireRequest } from "./exchange.ts";
import { isProvenInvalid } from "./judge-request.ts";
import type { TestedOperation } from "./phase.ts";

/**
 * A case that failed, as a file keeps it. A body is base64.
 *
 *     { "code": "server-error", "operation": "GET /pets", "phase": "coverage", "title": "limit=100", "expectation": { "kind": "valid" },
 *       "request": { "method": "GET", "target": "/pets?limit=100", "headers": [["accept", "*\/*"]] } }
 */
export type SavedCase = Pick<Case, "phase" | "title" | "expectation"> & {
  readonly code: string;
  /** `GET /pets/{id}`; absent where the request is of no documented operation. */
  readonly operation?: string;
  readonly request: { readonly method: string; readonly target: string; readonly headers: readonly Header[]; readonly body?: string };
};

/** A case as a file keeps it. */
export function savedCaseOf({ phase, title, expectation, operation, request: { method, target, headers, body } }: Case, code: string): SavedCase {
  return {
    code,
    ...(operation !== undefined && { operation: methodAndPath(operation) }),
    phase, title, expectation,
    request: { method, target, headers, ...(body !== undefined && { body: Buffer.from(body).toString("base64") }) },
  };
}

/** A kept case, ready to be sent. What the document says now decides whether its request is valid, whatever it said then. */
export function caseOf({ operation, phase, title, expectation, request: kept }: SavedCase, operations: readonly TestedOperation[]): Case {
  const tested = operations.find(({ name }) => name === operation);
  const { body, ...head } = kept;
  const request: WireRequest = { ...head, ...(body !== undefined && { body: new Uint8Array(Buffer.from(body, "base64")) }) };
  return { phase, title, ...(tested !== undefined && { operation: tested.operation }), expectation: stillTrue(expectation, request, tested), request };
}

function stillTrue(expectation: Expectation, request: WireRequest, tested: TestedOperation | undefined): Expectation {
  if (expectation.kind !== "valid" && expectation.kind !== "invalid") return expectation;
  const found = tested?.judge(request);
  const isTrue = found !== undefined && (expectation.kind === "valid" ? found.length === 0 : isProvenInvalid(found));
  return isTrue ? expectation : { kind: "any" };
}

/** Whether a value is a case that was kept. */
export function isSavedCase(value: unknown): value is SavedCase {
  if (!isRecord(value) || !isRecord(value["request"]) || !isRecord(value["expectation"])) return false;
  const { method, target, headers, body } = value["request"];
  const isHeaders = Array.isArray(headers) && headers.every((line: unknown) => Array.isArray(line) && line.length === 2 && line.every((part) => typeof part === "string"));
  const isRequest = isHeaders && [method, target, body ?? ""].every((part) => typeof part === "string");
  const isKnownPhase = phaseNames.some((name) => name === value["phase"]);
  return isRequest && isKnownPhase && isExpectation(value["expectation"]) && [value["code"], value["title"], value["operation"] ?? ""].every((part) => typeof part === "string");
}

function isExpectation({ kind, rule, statuses }: { readonly [name: string]: unknown }): boolean {
  switch (kind) {
    case "valid":
    case "any":
      return true;
    case "invalid":
      return isRecord(rule) && [rule["keyword"], rule["at"], rule["in"]].every((part) => typeof part === "string");
    case "status":
      return Array.isArray(statuses) && statuses.every((status) => typeof status === "number");
    default:
      return false;
  }
}
