/**
 * RFC 6570 §3.2.3: reserved characters and percent-encoded triplets stay as they are; but not those at which a query string, a name or
 * a word would end, nor brackets, which no query may have: OAS 3.2 appendix C leaves these to the application, which is us.
 */
export function encodeReserved(value: unknown): string {
  return keepReserved(value).replace(/[#&=+]/g, encodeURIComponent);
}

/** The same in a path, where a value may not lead to another segment, a query or a fragment (OAS "Path Templating"). */
export function encodeReservedInPath(value: unknown): string {
  return keepReserved(value).replace(/[/?#]/g, encodeURIComponent);
}

function keepReserved(value: unknown): string {
  return encodeURI(String(value)).replace(/%25([\dA-F]{2})/gi, "%$1");
}
