import { sentMethod } from "../../model/sent-method.ts";
import type { CheckedOperation } from "../tester/checks/checked-exchange.ts";
import type { WireRequest } from "../tester/exchange.ts";
import { type GivenHeaders, headerList } from "./given-response.ts";

/** What was asked, where the answer depends on it: a media type that was accepted, a query that asks for a part, a rule of both. */
export type GivenRequest = {
  /** A whole URL, or path and query. */
  readonly url?: string | undefined;
  readonly headers?: GivenHeaders | undefined;
  /** A text, or a JSON value. */
  readonly body?: unknown;
};

/** A request as it went over the wire, as far as that is known; of one that nobody tells of, only the method is. */
export function requestOf({ operation }: CheckedOperation, given: GivenRequest | undefined, target: string | undefined): WireRequest {
  const { url, headers = [], body } = given ?? {};
  const bytes = body === undefined ? undefined : body instanceof Uint8Array ? body : Buffer.from(typeof body === "string" ? body : (JSON.stringify(body) ?? ""));
  return { method: sentMethod(operation.method), target: targetIn(url) ?? target ?? operation.path, headers: headerList(headers), ...(bytes !== undefined && { body: bytes }) };
}

function targetIn(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
