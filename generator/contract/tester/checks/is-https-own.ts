import type { Operation } from "../../../model/api.ts";
import { sentMethod } from "../../../model/sent-method.ts";
import { isInRange, parseMediaType } from "../../../runtime/server/media-type.ts";
import type { WireRequest } from "../exchange.ts";
import { headerNamed } from "./headers-named.ts";

/**
 * Whether HTTP itself, or what stands before a server, may answer this request with this status, so that no document needs to list it:
 *
 * - 408 and 429 always: they are about time, not about the request
 * - 413, 414 and 431 where body, target or headers are larger than every server takes
 * - 304, 206, 412, 416 and 417 where the request has the header that asks for it, 406 where it accepts nothing that is documented
 * - 415 where its media type or coding is not documented, 405 where its method is not
 */
export function isHttpsOwn(status: number, request: WireRequest, operation: Operation): boolean {
  const { method, target, headers, body } = request;
  const asks = (...names: string[]) => names.some((name) => headerNamed(headers, name) !== undefined);
  switch (status) {
    case 408: case 429: return true;
    case 405: return method !== sentMethod(operation.method);
    case 413: return (body?.length ?? 0) > 100_000;
    case 414: return target.length > 2000;
    case 431: return headers.some(([name, value]) => name.length + value.length > 2000) || headers.length > 50;
    case 304: return asks("if-none-match", "if-modified-since");
    case 412: return asks("if-match", "if-none-match", "if-unmodified-since", "if-modified-since");
    case 206: case 416: return asks("range");
    case 417: return asks("expect");
    case 406: return asks("accept-encoding", "accept-charset", "accept-language") || !isAnythingAccepted(headerNamed(headers, "accept"), operation);
    case 415: return asks("content-encoding") || !isDocumentedBody(headerNamed(headers, "content-type"), operation);
    default: return false;
  }
}

function isAnythingAccepted(accept: string | undefined, { responses }: Operation): boolean {
  const ranges = (accept ?? "*/*").split(",").map(parseMediaType);
  const offers = responses.filter(({ status }) => /^(2|default)/.test(status)).flatMap(({ content }) => content.map(({ name }) => parseMediaType(name)));
  return offers.length === 0 || offers.some((offer) => ranges.some((range) => isInRange(offer, range) || isInRange(range, offer)));
}

function isDocumentedBody(contentType: string | undefined, { requestBody }: Operation): boolean {
  if (contentType === undefined) return false;
  const sent = parseMediaType(contentType);
  return (requestBody?.content ?? []).some(({ name }) => isInRange(sent, parseMediaType(name)) && !sent.parameters.has("charset"));
}
