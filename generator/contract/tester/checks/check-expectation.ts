import type { Case } from "../case.ts";
import type { WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { canSucceed } from "./answers-of-document.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedOperation } from "./checked-exchange.ts";
import { writingOf } from "./writing-of.ts";

/**
 * Whether a server takes what is valid, and refuses what is not. What else may be wrong with a request proves nothing: who asks (401, 403,
 * 407), what is there (404, 409, 410, 412), and when (408, 423, 424, 425, 428, 429).
 */
export function checkExpectation({ expectation, request }: Case, { status }: WireResponse, { operation, name }: CheckedOperation, tools: CheckTools): Found[] {
  switch (expectation.kind) {
    case "any":
      return [];
    case "status":
      // What it means that another one came, only the phase knows.
      return [];
    case "valid": {
      const writing = ofContent.has(status) ? writingOf(request, operation.requestBody, tools.schemas) : "ours";
      if (!refusals.has(status) || !canSucceed(operation) || writing === "foreign") return [];
      return [{
        code: "valid-request-refused", severity: expectation.isRare === true || writing === "file" ? "warning" : "error", operation: name, at: tools.at(operation.at), key: "valid",
        message: `A valid request is refused with ${status}`,
        because: "Everything in it follows the document, by two validators that read it from its bytes",
      }];
    }
    case "invalid": {
      if (status < 200 || status > 299) return [];
      const { rule } = expectation;
      const where = rule.name === undefined ? `the ${rule.in}` : `the ${rule.in} parameter ${rule.name}`;
      return [{
        // JSON Schema Validation §7.2.1: whether a format is asserted is for the server to say.
        code: "invalid-request-accepted", severity: rule.keyword === "format" ? "warning" : "error", operation: name, at: tools.at(rule.at), key: `${rule.at} ${rule.keyword} ${rule.in} ${rule.name ?? ""}`,
        message: `A request is accepted with ${status} although ${rule.in === "body" ? "its body" : where} breaks ${rule.keyword}`,
        because: `The document's schema says so: ${rule.says === undefined ? rule.keyword : `${rule.says} (${rule.keyword})`}; two validators that read the request from its bytes refuse it`,
      }];
    }
    default:
      return expectation satisfies never;
  }
}

/** Statuses that say that the request itself is wrong. */
const refusals: ReadonlySet<number> = new Set([400, 405, 406, 411, 413, 414, 415, 417, 422, 431]);

/** Those of them that say that what is in a body is wrong, and not its media type. */
const ofContent: ReadonlySet<number> = new Set([400, 422]);
