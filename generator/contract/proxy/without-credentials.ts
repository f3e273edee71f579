import type { Api } from "../../model/api.ts";
import { decodeLiteral } from "../../model/decode-literal.ts";
import { schemeContracts } from "../../model/scheme-contracts.ts";
import type { Header, WireRequest, WireResponse } from "../tester/exchange.ts";

/** What stands in place of credentials, and is a variable to a shell. */
export const placeholders: ReadonlyMap<string, string> = new Map(["$AUTHORIZATION", "$COOKIE", "$API_KEY"].map((name) => [name, name]));

export type CredentialHider = { readonly request: (request: WireRequest) => WireRequest; readonly response: (response: WireResponse) => WireResponse };

/** Takes the credentials out of exchanges that are to be shown: those of real people are among them. */
export function credentialHider(api: Api): CredentialHider {
  const keys = [...schemeContracts(api).values()].flatMap((scheme) => (scheme.kind === "apiKey" ? [scheme] : []));
  const inHeaders = new Set(keys.filter((key) => key.in === "header").map(({ parameter }) => parameter.toLowerCase()));
  const inQuery = new Set(keys.filter((key) => key.in === "query").map(({ parameter }) => parameter));
  const hidden = ([name, value]: Header): Header => {
    const key = name.toLowerCase();
    if (key === "authorization" || key === "proxy-authorization") return [name, value.includes(" ") ? `${value.split(" ", 1).join("")} $AUTHORIZATION` : "$AUTHORIZATION"];
    if (key === "cookie") return [name, "$COOKIE"];
    if (key === "set-cookie") return [name, value.replace(/=[^;]*/, "=$COOKIE")];
    return inHeaders.has(key) || /^x-(api-key|auth-token)$/.test(key) ? [name, "$API_KEY"] : [name, value];
  };
  return {
    request: (request) => ({ ...request, target: withoutKeys(request.target, inQuery), headers: request.headers.map(hidden) }),
    response: (response) => ({ ...response, headers: response.headers.map(hidden) }),
  };
}

function withoutKeys(target: string, names: ReadonlySet<string>): string {
  const [path = "", ...query] = target.split("?");
  if (query.length === 0 || names.size === 0) return target;
  const pairs = query.join("?").split("&").map((pair) => {
    const [name = ""] = pair.split("=");
    return names.has(decodeLiteral(name)) ? `${name}=$API_KEY` : pair;
  });
  return `${path}?${pairs.join("&")}`;
}
