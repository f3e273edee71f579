import type { Header } from "../tester/exchange.ts";
import { Malformed } from "../tester/transport/malformed.ts";

/** The request line and headers of a request (RFC 9112 §3, §5), in their order and case. Throws a `Malformed`. */
export function parseRequestHead(text: string): { readonly method: string; readonly target: string; readonly headers: Header[] } {
  const [first = "", ...lines] = text.split("\r\n");
  const [, method, target] = /^([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP\/1\.[01]$/.exec(first) ?? [];
  if (method === undefined || target === undefined) throw new Malformed(`the request line is ${JSON.stringify(first.slice(0, 80))}`);
  return { method, target, headers: lines.map(headerOf) };
}

function headerOf(line: string): Header {
  const colon = line.indexOf(":");
  if (colon <= 0 || /^[ \t]/.test(line)) throw new Malformed(`a header is ${JSON.stringify(line.slice(0, 80))}`);
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
