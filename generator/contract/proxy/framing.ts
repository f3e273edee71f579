import { headersNamed } from "../tester/checks/headers-named.ts";
import { mustBeEmpty } from "../tester/checks/check-no-body.ts";
import type { Header } from "../tester/exchange.ts";
import { Malformed } from "../tester/transport/malformed.ts";

/** How far a body goes: so many bytes, to the last chunk, to the end of the connection; or what follows is no HTTP any more. */
export type Framing = { readonly kind: "length"; readonly length: number } | { readonly kind: "chunked" | "close" | "tunnel" };

/** How far the body of a request goes (RFC 9112 §6.3). */
export function requestFraming(headers: readonly Header[]): Framing {
  return isChunked(headers) ? { kind: "chunked" } : { kind: "length", length: lengthIn(headers) ?? 0 };
}

/** How far the body of an answer to a request of this method goes (RFC 9112 §6.3). */
export function responseFraming(method: string, status: number, headers: readonly Header[]): Framing {
  if (status === 101 || (method === "CONNECT" && status >= 200 && status < 300)) return { kind: "tunnel" };
  if (status < 200 || mustBeEmpty(method, status)) return { kind: "length", length: 0 };
  if (isChunked(headers)) return { kind: "chunked" };
  const length = headersNamed(headers, "transfer-encoding").length > 0 ? undefined : lengthIn(headers);
  return length === undefined ? { kind: "close" } : { kind: "length", length };
}

function isChunked(headers: readonly Header[]): boolean {
  return /(^|,)[ \t]*chunked[ \t]*$/i.test(headersNamed(headers, "transfer-encoding").join(","));
}

function lengthIn(headers: readonly Header[]): number | undefined {
  const given = headersNamed(headers, "content-length").join(",");
  if (given === "") return undefined;
  const [first = "", ...others] = given.split(",").map((each) => each.trim());
  if (!/^\d{1,15}$/.test(first) || others.some((other) => other !== first)) throw new Malformed(`the Content-Length is ${JSON.stringify(given.slice(0, 40))}`);
  return Number(first);
}
