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
    return pair.includes(":") && !pair.endsWith(":") ? `Basic ${Buffer.from(otherEnd(pair, pair.indexOf(":") + 1)).toString("base64")}` : undefined;
  }
  if (scheme.kind !== "apiKey" || scheme.in !== "cookie") return otherEnd(text, text.lastIndexOf(" ") + 1);
  const pairs = text.split(/;\s*/).map((pair) => (pair.startsWith(`${scheme.parameter}=`) && pair.length > scheme.parameter.length + 1 ? otherEnd(pair, scheme.parameter.length + 1) : pair));
  return pairs.join("; ");
}

/** Changes a character near the end of a secret that begins somewhere. The last bits of what is in base64, and what fills it up, may count for nothing. */
function otherEnd(text: string, from: number): string {
  const at = Math.max(from, text.replace(/=+$/, "").length - 3);
  const now = text[at] ?? "";
  const other = /[a-z]/.test(now) ? (now === "a" ? "b" : "a") : /[A-Z]/.test(now) ? (now === "A" ? "B" : "A") : /\d/.test(now) ? (now === "1" ? "2" : "1") : "a";
  return text.slice(0, at) + other + text.slice(at + 1);
}
