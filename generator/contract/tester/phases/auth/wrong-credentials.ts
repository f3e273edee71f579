import type { SchemeContract } from "../../../../runtime/server/contract.ts";
import type { WireRequest } from "../../exchange.ts";
import { putCredential } from "../../put-credentials.ts";
import { nearlyRight } from "./nearly-right.ts";

/** A request with credentials that no server can know, and what is wrong with them. */
export type WrongCredentials = { readonly kind: "unknown" | "malformed" | "another scheme" | "nearly right"; readonly title: string; readonly request: WireRequest };

/**
 * Wrong credentials of a scheme on a request that has none: well-formed ones that nobody has, malformed ones, those of another scheme, and the
 * right ones, which another request has, with one character changed.
 */
export function wrongCredentials(request: WireRequest, scheme: SchemeContract, right: WireRequest): WrongCredentials[] {
  const near = nearlyRight(right, scheme);
  return [...unlike(request, scheme), ...(near === undefined ? [] : [{ kind: "nearly right", title: "the right credentials with one character changed", request: near } as const])];
}

function unlike(request: WireRequest, scheme: SchemeContract): WrongCredentials[] {
  const authorization = (value: string): WireRequest => ({ ...request, headers: [...request.headers, ["authorization", value]] });
  const unknown = (value: string): WrongCredentials => ({ kind: "unknown", title: "well-formed credentials that nobody has", request: putCredential(request, scheme, value) });
  const malformed = (changed: WireRequest): WrongCredentials => ({ kind: "malformed", title: "malformed credentials", request: changed });
  const another: WrongCredentials = { kind: "another scheme", title: "credentials of a scheme that is not documented", request: authorization("Specwright c3BlY3dyaWdodA==") };
  switch (scheme.kind) {
    case "basic":
      return [unknown("specwright-nobody:not-the-password"), malformed(authorization("Basic !")), another];
    case "bearer":
      return [unknown("specwright-unknown-token"), malformed(authorization("Bearer")), another];
    case "http":
      return [unknown("specwright-unknown"), another];
    case "apiKey": {
      // A prefix says that the value is of a known form, mostly an id and a secret in base64.
      const value = scheme.prefix === undefined ? "specwright-unknown-key" : Buffer.from("specwright:unknown").toString("base64");
      const isAuthorization = scheme.in === "header" && scheme.parameter.toLowerCase() === "authorization";
      return [unknown(value), ...(isAuthorization ? [malformed(authorization("!")), another] : [malformed(putCredential(request, { ...scheme, prefix: "" }, ""))])];
    }
    case "mutualTLS":
      return [];
    default:
      return scheme satisfies never;
  }
}
