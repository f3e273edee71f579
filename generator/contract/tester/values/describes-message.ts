/**
 * Whether a header says what a message itself is: how long, in which coding, which part of something, by which connection it came (RFC 9110 §6.4,
 * §7.6, §8, §14.4; RFC 9112 §6; RFC 9530). Only one value of it is true of a message, whatever a schema allows, so that none is thought up.
 */
export function describesMessage(name: string): boolean {
  return ofMessages.has(name.toLowerCase());
}

const ofMessages: ReadonlySet<string> = new Set([
  "connection", "content-digest", "content-encoding", "content-length", "content-md5", "content-range", "digest", "expect", "host", "http2-settings", "keep-alive",
  "proxy-connection", "repr-digest", "te", "trailer", "transfer-encoding", "upgrade",
]);
