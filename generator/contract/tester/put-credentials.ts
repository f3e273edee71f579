import type { Api, Operation } from "../../model/api.ts";
import { schemeContracts } from "../../model/scheme-contracts.ts";
import type { SchemeContract } from "../../runtime/server/contract.ts";
import type { Header, WireRequest } from "./exchange.ts";

/**
 * Puts credentials on requests: of the ways in which an operation can be authorised, the first for which all credentials are given. The
 * request stays as it is where the operation asks for none, or none that are given.
 */
export function credentialsPutter(api: Api, given: ReadonlyMap<string, string>): (request: WireRequest, operation: Operation) => WireRequest {
  const contracts = schemeContracts(api);
  return (request, { security }) => {
    const usable = security.find(({ schemes }) => schemes.length > 0 && schemes.every(({ scheme }) => given.has(scheme) || contracts.get(scheme)?.kind === "mutualTLS"));
    return (usable?.schemes ?? []).reduce((put, { scheme }) => {
      const contract = contracts.get(scheme);
      const value = given.get(scheme);
      return contract === undefined || value === undefined ? put : putCredential(put, contract, value);
    }, request);
  };
}

/** Puts a credential of one scheme on a request: a key, a token, or `user:password` for HTTP Basic. */
export function putCredential(request: WireRequest, scheme: SchemeContract, value: string): WireRequest {
  switch (scheme.kind) {
    case "basic":
      return withHeader(request, "authorization", `Basic ${value.includes(":") ? Buffer.from(value).toString("base64") : value}`);
    case "bearer":
      return withHeader(request, "authorization", `Bearer ${value}`);
    case "http":
      return withHeader(request, "authorization", `${scheme.scheme} ${value}`);
    case "mutualTLS":
      return request;
    case "apiKey": {
      const { prefix = "", parameter } = scheme;
      if (scheme.in === "header") return withHeader(request, parameter.toLowerCase(), value.startsWith(prefix) ? value : prefix + value);
      if (scheme.in === "query") return { ...request, target: `${request.target}${request.target.includes("?") ? "&" : "?"}${encodeURIComponent(parameter)}=${encodeURIComponent(value)}` };
      return withCookie(request, `${parameter}=${value}`);
    }
    default:
      return scheme satisfies never;
  }
}

function withHeader(request: WireRequest, name: string, value: string): WireRequest {
  return { ...request, headers: [...request.headers.filter(([each]) => each.toLowerCase() !== name), [name, value]] };
}

function withCookie(request: WireRequest, pair: string): WireRequest {
  const isCookie = ([name]: Header) => name.toLowerCase() === "cookie";
  const cookies = request.headers.filter(isCookie).map(([, value]) => value);
  return { ...request, headers: [...request.headers.filter((header) => !isCookie(header)), ["cookie", [...cookies, pair].join("; ")]] };
}
