import type { Header, Outcome, WireRequest } from "../exchange.ts";
import { curlLine, type Secrets } from "./curl-line.ts";
import type { PlacedFinding } from "./placed-finding.ts";
import { shownBody } from "./shown-response.ts";
import { headerNamed } from "../checks/headers-named.ts";
import { splitBySecret } from "./split-by-secret.ts";

/** A finding for programs: plain data, with nothing secret in it. */
export type FindingRow = {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly operation: string;
  readonly message: string;
  readonly because: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly count: number;
  readonly once?: true;
  readonly phase: string;
  readonly sends: string;
  readonly curl: string;
  readonly request: { readonly method: string; readonly target: string; readonly headers: readonly Header[]; readonly body?: string };
  readonly response: { readonly status: number; readonly headers: readonly Header[]; readonly body: string } | { readonly failure: string; readonly message: string };
  /** Requests that were sent before, where the finding needs them. */
  readonly before?: readonly string[];
};

/** A finding as plain data. Secrets are not in it, but the names of what has them. */
export function findingRow(finding: PlacedFinding, baseUrl: string, secrets: Secrets): FindingRow {
  const { code, severity, operation, message, because, file, line, column, count, once, evidence } = finding;
  const { case: one, outcome, before } = evidence;
  return {
    code, severity, operation, message, because, file, line, column, count, ...(once && { once }),
    phase: one.phase,
    sends: one.title,
    curl: curlLine(baseUrl, one.request, secrets),
    request: requestRow(one.request, secrets),
    response: responseRow(outcome, secrets),
    ...(before !== undefined && before.length > 0 && { before: before.map((each) => curlLine(baseUrl, each.case.request, secrets)) }),
  };
}

function requestRow({ method, target, headers, body }: WireRequest, secrets: Secrets): FindingRow["request"] {
  const hidden = (text: string) => withoutSecrets(text, secrets);
  return { method, target: hidden(target), headers: headers.map(([name, value]) => [name, hidden(value)] as const), ...(body !== undefined && { body: hidden(shownBody(body, headerNamed(headers, "content-type"), 4000)) }) };
}

/** A server may say again what it was told. */
function responseRow(outcome: Outcome, secrets: Secrets): FindingRow["response"] {
  if (outcome.kind === "failure") return { failure: outcome.failure, message: outcome.message };
  const { status, headers, body } = outcome.response;
  return {
    status,
    headers: headers.map(([name, value]) => [name, withoutSecrets(value, secrets)] as const),
    body: withoutSecrets(shownBody(body, headerNamed(headers, "content-type"), 4000), secrets),
  };
}

/** A text with the names of secrets in place of them. */
export function withoutSecrets(text: string, secrets: Secrets): string {
  return [...secrets].reduce((hidden, [secret, shell]) => splitBySecret(hidden, secret).join(shell), text);
}
