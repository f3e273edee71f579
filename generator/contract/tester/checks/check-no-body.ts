import type { Location } from "../../../diagnostics.ts";
import type { WireRequest, WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { headersNamed } from "./headers-named.ts";

/** What a finding is about, where no part of the document says more. */
export type Subject = { readonly operation: string; readonly at: Location };

/** A body where HTTP has none: bytes after the head of an answer to HEAD, and of a 204, 205 or 304 (RFC 9110 §9.3.2, §15.3.5, §15.3.6, §15.4.5). */
export function checkNoBody({ method }: WireRequest, { status, headers, body }: WireResponse, subject: Subject): Found[] {
  if (body.length === 0 && status === 204 && headersNamed(headers, "content-length").length > 0) {
    return [{ ...subject, code: "protocol-violation", severity: "warning", message: "A 204 has a header Content-Length", because: "RFC 9110 §8.6: a server MUST NOT send a Content-Length header field in any response with a status code of 204", key: "header content-length" }];
  }
  if (body.length === 0 || !mustBeEmpty(method, status)) return [];
  const what = method === "HEAD" ? "An answer to HEAD" : `A ${status}`;
  return [{
    ...subject,
    code: "unexpected-body",
    severity: "error",
    message: `${what} has a body of ${body.length} bytes`,
    because: method === "HEAD" ? "RFC 9110 §9.3.2: the server MUST NOT send content in the response to HEAD" : `RFC 9110 §15.${sectionOf(status)}: a ${status} has no content`,
    key: method === "HEAD" ? "HEAD" : String(status),
  }];
}

/** Whether an answer ends with its head, whatever the head says (RFC 9112 §6.3). */
export function mustBeEmpty(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

function sectionOf(status: number): string {
  return status === 204 ? "3.5" : status === 205 ? "3.6" : "4.5";
}
