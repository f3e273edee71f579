import type { Response } from "../../../model/api.ts";
import type { WireRequest, WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedOperation } from "./checked-exchange.ts";
import { isHttpsOwn } from "./is-https-own.ts";
import { lacksCredentials } from "./lacks-credentials.ts";

type Answered = { readonly request: WireRequest; readonly response: WireResponse; readonly documented: Response | undefined };

/**
 * A status that the document does not have, or that says that the server has failed. `default` documents no failure: it is there for errors that
 * nobody thought of, and a 500 that everybody expects is a defect still. 501 to 599 are none where they are documented by name or by range.
 */
export function checkStatus({ operation, name }: CheckedOperation, { request, response: { status }, documented }: Answered, tools: CheckTools): Found[] {
  if (status >= 500 && (documented === undefined || documented.status === "default" || status === 500)) {
    return [{
      code: "server-error",
      severity: "error",
      operation: name,
      message: `The server fails with ${status}`,
      because: "RFC 9110 §15.6: a 5XX says that the server has erred, not the request",
      at: tools.at(documented?.at ?? `${operation.at}/responses`),
      key: String(status),
    }];
  }
  // Since OAS 3.1 an operation need not say what it answers, and then anything goes.
  if (documented !== undefined || operation.responses.length === 0 || isHttpsOwn(status, request, operation)) return [];
  // RFC 9110 §15.5.2: who asks for credentials answers so to a request without, and that they are asked for, the document says.
  if (status === 401 && lacksCredentials(request, operation, tools.schemes)) return [];
  const names = operation.responses.map((response) => response.status).join(", ");
  return [{
    code: "undocumented-status",
    severity: "error",
    operation: name,
    message: `The status ${status} is not documented`,
    because: `The document has ${names}, and nothing else`,
    at: tools.at(`${operation.at}/responses`),
    key: String(status),
  }];
}
