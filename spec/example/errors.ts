import type { ErrorContext, Problem } from "../../generated/server.ts";
import type { ErrorCause, ErrorResponse } from "../../generated/types.ts";
import { errorResponse } from "./error-response.ts";
import { queryOf } from "./query-of.ts";

type Request = ErrorContext["request"];

/** What is told about a problem, and with which status: not always the one that HTTP suggests. */
type Told = { readonly status: number; readonly error: ErrorCause | string };

/**
 * Says every problem that the router finds as Elasticsearch says it. Here the compiler checks our bodies against the document's
 * `ErrorResponse`, and nowhere else is there a word about errors.
 */
export function elasticsearchError(problem: Problem, { request }: ErrorContext) {
  const { status, error } = tell(problem, request);
  const isOutside = status === 401 || status === 403;
  const opaqueId = request.headers["x-opaque-id"];
  const headers = {
    // Those whom it did not let in are not told what this is.
    ...(!isOutside && { "x-elastic-product": "Elasticsearch" as const }),
    ...(typeof opaqueId === "string" && { "x-opaque-id": opaqueId }),
    ...(status === 401 && { "www-authenticate": challenges }),
  };
  return { status, headers, body: toBody(problem, { status, error }, request) };
}

/** As Elasticsearch offers them: a line each. */
const challenges = ['Basic realm="security", charset="UTF-8"', 'Bearer realm="security"', "ApiKey"];

function toBody({ kind }: Problem, { status, error }: Told, { url }: Request): ErrorResponse {
  if (typeof error !== "string") return errorResponse(error, { status, trace: status !== 401 && queryOf(url).get("error_trace") === "true" });
  // Where there is no route, Elasticsearch forgets the status.
  return kind === "not-found" ? { error } : { error, status };
}

function tell(problem: Problem, request: Request): Told {
  const { method, url, headers } = request;
  switch (problem.kind) {
    case "not-found":
      return { status: 400, error: `no handler found for uri [${url}] and method [${method}]` };
    case "method-not-allowed":
      return { status: 405, error: `Incorrect HTTP method for uri [${url}] and method [${method}], allowed: [${problem.headers["allow"]}]` };
    case "unauthorized":
      return { status: 401, error: unauthorized(request) };
    case "not-acceptable":
      return { status: 400, error: unsupportedAccept(String(headers["accept"])) };
    case "unsupported-media-type":
      return { status: 406, error: `Content-Type header [${headers["content-type"]}] is not supported` };
    case "invalid-request":
      return invalidRequest(problem, request);
    case "handler-failed":
    case "invalid-response":
      return { status: 500, error: { type: "exception", reason: null } };
    case "forbidden":
    case "too-large":
    case "not-implemented":
      return { status: problem.status, error: { type: "status_exception", reason: problem.title } };
    default:
      return problem.kind satisfies never;
  }
}

/** Who sent a credential learns that it is wrong, who sent none that one is needed. */
function unauthorized({ url, headers }: Request): ErrorCause {
  const [, scheme, credential = ""] = /^(\w+) +(.*)$/.exec(String(headers["authorization"] ?? "")) ?? [];
  const reason = scheme === undefined ? `missing authentication credentials for REST request [${url}]`
    : scheme.toLowerCase() === "basic" ? `unable to authenticate user [${userName(credential)}] for REST request [${url}]`
    : "unable to authenticate with provided credentials and anonymous access is not allowed for this request";
  return { type: "security_exception", reason, header: { "WWW-Authenticate": challenges } };
}

function userName(credential: string): string {
  return Buffer.from(credential, "base64").toString().split(":", 1)[0] ?? "";
}

/** There is JSON, and JSON of versions 8 and 9. A client of another version is told so. */
function unsupportedAccept(accept: string): ErrorCause {
  const [, version] = /compatible-with *= *(\d{1,9})/.exec(accept) ?? [];
  return {
    type: "media_type_header_exception",
    reason: "Invalid media-type value on headers [Accept]",
    ...(version && { caused_by: { type: "status_exception", reason: `Accept version must be either version 9 or 8, but found ${version}. Accept=${accept}` } }),
  };
}

function invalidRequest({ violations }: Problem, { method, url, headers }: Request): Told {
  const path = url.split("?", 1)[0] ?? "";
  const illegal = (reason: string): Told => ({ status: 400, error: { type: "illegal_argument_exception", reason } });
  const [violation] = violations;
  if (violation?.in === "body") {
    const contentType = String(headers["content-type"] ?? "");
    return /[/+]json\b/i.test(contentType)
      ? illegal(`request [${method} ${path}] does not support having a body`)
      : { status: 406, error: `Content-Type header [${contentType}] is not supported` };
  }
  const unknown = violations.filter(({ keyword }) => keyword === "unknown").map(({ name }) => `[${name}]`);
  if (unknown.length > 0) return illegal(`request [${path}] contains unrecognized parameter${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`);
  return illegal(`request [${path}] contains an invalid ${violation?.in} parameter [${violation?.name}${violation?.path}]: it ${violation?.message}`);
}
