import type { SchemeContract } from "./contract.js";
import type { ServerRequest } from "./exchange.js";
import type { AnyCredential } from "./options.js";
import { Refusal } from "./refusal.js";

/** Finds the credential of a scheme in a request: `undefined` where there is none, a refusal where it is malformed. */
export type FindCredential = (request: ServerRequest, query: string) => AnyCredential | Refusal | undefined;

/** Prepares what finds the credential of a scheme. Names of schemes and words before keys are the same in all cases (RFC 9110 §11.1). */
export function credentialFinder(scheme: SchemeContract): FindCredential {
  switch (scheme.kind) {
    case "apiKey":
      return keyFinder(scheme);
    case "basic":
      return authorization("Basic ", basicCredential);
    case "bearer":
      return authorization("Bearer ");
    case "http":
      return authorization(`${scheme.scheme} `);
    case "mutualTLS":
      return (request) => request;
    default:
      return scheme satisfies never;
  }
}

function keyFinder({ in: location, parameter, prefix = "" }: SchemeContract & { kind: "apiKey" }): FindCredential {
  const name = parameter.toLowerCase();
  if (location === "header") return (request) => afterPrefix(headerOf(request, name), prefix);
  if (location === "query") return (_, query) => afterPrefix(memberOf(query, "&", parameter, decodeForm), prefix);
  return (request) => afterPrefix(memberOf(headerOf(request, "cookie", "; "), ";", parameter, (text) => text.trim()), prefix);
}

function authorization(prefix: string, read: (text: string) => AnyCredential | Refusal = String): FindCredential {
  return (request) => {
    const text = afterPrefix(headerOf(request, "authorization"), prefix);
    return text === undefined ? undefined : read(text);
  };
}

/** What stands behind a prefix; an empty credential is none. */
function afterPrefix(text: string | undefined, prefix: string): string | undefined {
  if (text === undefined || !(text.startsWith(prefix) || text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase())) return undefined;
  return text.slice(prefix.length).trim() || undefined;
}

function headerOf({ headers }: ServerRequest, name: string, separator = ", "): string | undefined {
  const value: unknown = headers[name];
  return typeof value === "string" ? value : Array.isArray(value) ? value.join(separator) : undefined;
}

/** The value of the first `name=value` with this name. */
function memberOf(text: string | undefined, separator: string, name: string, decode: (text: string) => string | undefined): string | undefined {
  for (const pair of text?.split(separator) ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && decode(pair.slice(0, at)) === name) return decode(pair.slice(at + 1));
  }
  return undefined;
}

/** `undefined` for what is not percent-encoded UTF-8. */
function decodeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** RFC 7617 §2: base64 of name, colon and password, in UTF-8, without controls. */
function basicCredential(text: string): AnyCredential | Refusal {
  try {
    const bytes = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
    const pair = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const at = pair.indexOf(":");
    if (at < 0 || /[\0-\x1f\x7f]/.test(pair)) return new Refusal(401);
    return { username: pair.slice(0, at), password: pair.slice(at + 1) };
  } catch {
    return new Refusal(401);
  }
}
