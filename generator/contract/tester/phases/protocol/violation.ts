import type { Finding } from "../../finding.ts";
import type { Run } from "../../phase.ts";
import type { Answer } from "../ask.ts";

/** What is wrong by the rules of HTTP. */
export type Violation = Pick<Finding, "operation" | "key" | "message" | "because"> & { readonly at: string; readonly severity?: Finding["severity"]; readonly code?: Finding["code"] };

/** Takes down that HTTP is broken. */
export function violation(run: Run, { evidence }: Answer, { at, severity = "error", code = "protocol-violation", ...rest }: Violation): void {
  run.report({ ...rest, code, severity, at: run.at(at), evidence });
}

/** Takes down that a server fails, where the request is of no operation, or of one in an odd form. 501 and 503 say that it does not. */
export function failure(run: Run, answer: Answer, { operation, at, key }: Pick<Violation, "operation" | "at" | "key">): boolean {
  const status = answer.response?.status ?? 0;
  if (status < 500 || status === 501 || status === 503) return false;
  violation(run, answer, { code: "server-error", operation, at, key, message: `The server fails with ${status}`, because: "RFC 9110 §15.6: a 5XX says that the server has erred, not the request" });
  return true;
}
