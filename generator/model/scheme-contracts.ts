import type { SchemeContract } from "../runtime/server/contract.ts";
import type { Api, SecurityScheme } from "./api.ts";
import { valuePrefix } from "./value-prefix.ts";

/** How the credentials of each scheme of a document are found in a request, by the scheme's name; those that some operation asks for. */
export function schemeContracts({ components, operations }: Api): ReadonlyMap<string, SchemeContract> {
  const asked = new Set(operations.flatMap(({ security }) => security.flatMap(({ schemes }) => schemes.map(({ scheme }) => scheme))));
  return new Map(components.securitySchemes.filter(({ name }) => asked.has(name)).map((scheme) => [scheme.name, schemeContract(scheme)]));
}

function schemeContract(scheme: SecurityScheme): SchemeContract {
  switch (scheme.kind) {
    case "apiKey": {
      const prefix = valuePrefix(scheme);
      return { kind: "apiKey", in: scheme.in, parameter: scheme.parameter, ...(prefix !== undefined && { prefix }) };
    }
    case "http":
      if (/^basic$/i.test(scheme.scheme)) return { kind: "basic" };
      return /^bearer$/i.test(scheme.scheme) ? { kind: "bearer" } : { kind: "http", scheme: scheme.scheme };
    case "oauth2":
    case "openIdConnect":
      return { kind: "bearer" };
    case "mutualTLS":
      return { kind: "mutualTLS" };
    default:
      return scheme satisfies never;
  }
}
