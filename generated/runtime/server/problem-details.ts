import type { Problem } from "./problem.js";
import type { Reply } from "./reply.js";

/**
 * A problem as RFC 9457 has it, for clients that read problem details. Its type is `about:blank`: the status says all, and the title is
 * that status in words (§4.2.1). `errors` has each violation, with a JSON Pointer into the value that is wrong.
 */
export function problemDetails({ status, title, reason, violations, headers }: Problem): Reply {
  const errors = violations.map(({ in: location, name, path, message }) => ({ in: location, ...(name !== undefined && { name }), pointer: path, detail: message }));
  const body = { type: "about:blank", title: phrases[status] ?? "Error", status, detail: reason ?? title, ...(errors.length > 0 && { errors }) };
  return { status, body, headers: { ...headers, "content-type": "application/problem+json" } };
}

/** RFC 9110 §15. */
const phrases: { readonly [status: number]: string } = {
  400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 413: "Content Too Large",
  415: "Unsupported Media Type", 500: "Internal Server Error", 501: "Not Implemented",
};
