import { Buffer } from "node:buffer";
import type { SchemeContract } from "../../../../runtime/server/contract.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { WireRequest } from "../../exchange.ts";

/**
 * A request whose right credentials of a scheme are wrong in one character: who looks only at how they begin, at their user, or at their
 * form lets them in. `undefined` where it has none in its headers.
 */
export function nearlyRight(request: WireRequest, scheme: SchemeContract): WireRequest | undefined {
  const name = nameOf(scheme);
  const text = name === undefined ? undefined : headerNamed(request.headers, name);
  const changed = text === undefined ? undefined : changedIn(text, scheme);
  if (name === undefined || text === undefined || changed === undefined || changed === text) return undefined;
  return { ...request, headers: request.headers.map(([each, value]) => [each, each.toLowerCase() === name ? changed : value]) };
}

function nameOf(scheme: SchemeContract): string | undefined {
  if (scheme.kind !== "apiKey") return scheme.kind === "mutualTLS" ? undefined : "authorization";
  return scheme.in === "query" ? undefined : scheme.in === "cookie" ? "cookie" : scheme.parameter.toLowerCase();
}

function changedIn(text: string, scheme: SchemeContract): string | undefined {
  if (scheme.kind === "basic") {
    const [, encoded = ""] = /^Basic (.+)$/.exec(text) ?? [];
    const pair = Buffer.from(encoded, "base64").toString();
    return pair.includes(":") && !pair.endsWith(":") ? `Basic ${Buffer.from(otherEnd(pair)).toString("base64")}` : undefined;
  }
  if (scheme.kind !== "apiKey" || scheme.in !== "cookie") return otherEnd(text);
  const pairs = text.split(/;\s*/).map((pair) => (pair.startsWith(`${scheme.parameter}=`) && pair.length > scheme.parameter.length + 1 ? otherEnd(pair) : pair));
  return pairs.join("; ");
}

/** The last bits of what is in base64 may count for nothing: another character than the last one is changed. */
function otherEnd(text: string): string {
  const at = text.length - Math.min(3, text.length - Math.max(text.lastIndexOf(" "), text.lastIndexOf(":"), text.lastIndexOf("=")) - 1);
  const now = text[at] ?? "";
  const other = /[a-z]/.test(now) ? (now === "a" ? "b" : "a") : /[A-Z]/.test(now) ? (now === "A" ? "B" : "A") : /\d/.test(now) ? (now === "1" ? "2" : "1") : "a";
  return text.slice(0, at) + other + text.slice(at + 1);
}
