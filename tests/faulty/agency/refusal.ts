import type { Answer } from "../warehouse/exchange.ts";

const codes: Readonly<Record<number, string>> = {
  400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed", 409: "conflict", 412: "precondition_failed", 415: "unsupported_media_type", 422: "validation_failed", 429: "too_many_requests",
};

/** What the agency does not do, and why. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A refusal as an answer; each has an id of its own. */
export function refused({ status, message, headers }: Refusal, id: number): Answer {
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body: JSON.stringify({ error: { code: codes[status] ?? "bad_request", message, param: null }, request_id: `req_${id}` }) };
}
