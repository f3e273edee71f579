/**
 * RFC 6570 §3.2.3: reserved characters and percent-encoded triplets stay as they are. But not `#`, `&` and `+`, at which a query
 * string, a parameter or a word would end: OAS leaves it to the application to encode what its place does not allow.
 */
export function encodeReserved(value: unknown): string {
  return encodeURI(String(value)).replace(/%25([\dA-F]{2})/gi, "%$1").replace(/%5[BD]/g, decodeURIComponent).replace(/[#&+]/g, encodeURIComponent);
}
