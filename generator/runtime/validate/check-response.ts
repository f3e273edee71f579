import type { Check, Contract, ContentContract } from "../server/contract.js";
import { ResponseViolation } from "./response-violation.js";

/**
 * Throws a `ResponseViolation` where a body is none that the document has for its status. A status that the document does not mention is
 * let pass, and so is what is no value yet: a stream, or bytes.
 */
export function checkResponse({ responses }: Contract<Check>, route: string, { status, body }: { readonly status: number; readonly body: unknown }): void {
  const byStatus = new Map(responses.map((response) => [response.status.toUpperCase(), response]));
  // OAS "Patterned Fields" of responses: a status before its range, and both before the default.
  const response = byStatus.get(String(status)) ?? byStatus.get(`${String(status).charAt(0)}XX`) ?? byStatus.get("DEFAULT");
  if (response === undefined || body === undefined || (typeof body === "object" && body !== null && (body instanceof Blob || Symbol.asyncIterator in body))) return;
  const checks = response.content.filter(isOfValues).flatMap(({ check }) => check ?? []);
  const [first] = checks;
  if (first === undefined || checks.some(({ is }) => is(body))) return;
  throw new ResponseViolation(route, status, first.violations(body));
}

/** A text that has a JSON media type beside it may be either. */
function isOfValues({ kind }: ContentContract<Check>): boolean {
  return kind === "json" || kind === "text";
}
