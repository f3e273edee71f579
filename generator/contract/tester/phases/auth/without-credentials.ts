import type { SchemeContract } from "../../../../runtime/server/contract.ts";
import type { WireRequest } from "../../exchange.ts";

/** A request without what any of these schemes takes for credentials, and without `Authorization`. */
export function withoutCredentials(request: WireRequest, schemes: Iterable<SchemeContract>): WireRequest {
  let bare = withoutHeader(request, "authorization");
  for (const scheme of schemes) if (scheme.kind === "apiKey") bare = withoutKey(bare, scheme);
  return bare;
}

function withoutKey(request: WireRequest, { in: location, parameter }: Extract<SchemeContract, { kind: "apiKey" }>): WireRequest {
  switch (location) {
    case "header":
      return withoutHeader(request, parameter.toLowerCase());
    case "query": {
      const [path = "", query] = request.target.split("?", 2);
      const kept = query?.split("&").filter((pair) => pair.split("=", 1).join("") !== encodeURIComponent(parameter)) ?? [];
      return { ...request, target: kept.length === 0 ? path : `${path}?${kept.join("&")}` };
    }
    case "cookie": {
      const headers = request.headers.flatMap(([name, value]): (readonly [string, string])[] => {
        if (name.toLowerCase() !== "cookie") return [[name, value]];
        const kept = value.split(/;\s*/).filter((pair) => pair.split("=", 1).join("") !== parameter);
        return kept.length === 0 ? [] : [[name, kept.join("; ")]];
      });
      return { ...request, headers };
    }
    default:
      return location satisfies never;
  }
}

function withoutHeader(request: WireRequest, wanted: string): WireRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== wanted) };
}
