import type { Location } from "../../../diagnostics.ts";
import type { Outcome } from "../exchange.ts";
import type { Found } from "../found.ts";

/** What is wrong where no answer came: a server that is asked in HTTP answers in HTTP. */
export function checkOutcome(outcome: Outcome & { kind: "failure" }, subject: { readonly operation: string; readonly at: Location }): Found {
  const { failure, message } = outcome;
  if (failure === "malformed") {
    return { ...subject, code: "malformed-response", severity: "error", message: `The answer is no HTTP: ${message}`, because: "RFC 9112: HTTP/1.1 messages", key: message.replace(/\d+/g, "n") };
  }
  // A server that was never reached ends the run, and gives no finding: this one has answered before.
  const told = failure === "refused" ? `The server has gone down, with this request or the one before it: ${message}` : `There is no answer: ${message}`;
  return { ...subject, code: "no-response", severity: "error", message: told, because: "RFC 9110 §3.4: a server answers each request", key: failure };
}
