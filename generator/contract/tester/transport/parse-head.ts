import type { Header } from "../exchange.ts";
import { isToken } from "../checks/is-token.ts";
import { Malformed } from "./malformed.ts";

/** The status line and headers of an answer (RFC 9112 §4, §5), in their order and case. Throws a `Malformed`. */
export function parseHead(text: string): { status: number; headers: Header[]; isLast: boolean } {
  const [first = "", ...lines] = text.split("\r\n");
  const status = /^HTTP\/(1\.[01]) (\d{3})(?: (.*))?$/.exec(first);
  if (status === null) throw new Malformed(`the status line is ${JSON.stringify(first.slice(0, 80))}`);
  const headers = lines.map(headerOf);
  const connection = headers.filter(([name]) => name.toLowerCase() === "connection").map(([, value]) => value.toLowerCase()).join(",");
  const isLast = status[1] === "1.0" ? !connection.includes("keep-alive") : connection.includes("close");
  return { status: Number(status[2]), headers, isLast };
}

function headerOf(line: string): Header {
  const colon = line.indexOf(":");
  if (/^[ \t]/.test(line)) throw new Malformed("a header is folded over two lines (RFC 9112 §5.2)");
  if (colon <= 0) throw new Malformed(`a header is ${JSON.stringify(line.slice(0, 80))}`);
  const name = line.slice(0, colon);
  if (!isToken(name)) throw new Malformed(`a header has the name ${JSON.stringify(name.slice(0, 80))} (RFC 9112 §5.1)`);
  return [name, line.slice(colon + 1).trim()];
}
