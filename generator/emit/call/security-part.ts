import type { SecurityRequirement, SecurityScheme } from "../../model/api.ts";
import { valuePrefix } from "../../model/value-prefix.ts";
import { type PartCall, partCall } from "./part-call.ts";

/** `security([apiKey("key", "header", "X-Key")], [basic("password")])`; `undefined` where no credentials are asked for. */
export function securityPart(requirements: readonly SecurityRequirement[], schemes: readonly SecurityScheme[]): PartCall | undefined {
  const byName = new Map(schemes.map((scheme) => [scheme.name, scheme]));
  const alternatives = requirements.flatMap((requirement) => {
    const known = requirement.schemes.flatMap(({ scheme, scopes }) => {
      const declared = byName.get(scheme);
      return declared === undefined ? [] : [{ declared, scopes }];
    });
    // A scheme that nobody declares cannot be met.
    if (known.length < requirement.schemes.length) return [];
    const list = known.map(({ declared, scopes }) => schemePart(declared, scopes)).filter((part) => part !== undefined);
    return list.length === 0 ? [] : [{ list }];
  });
  return alternatives.length === 0 ? undefined : partCall("security", "security", alternatives);
}

/** `undefined` for what is not in the request. */
function schemePart(scheme: SecurityScheme, scopes: readonly string[]): PartCall | undefined {
  const { name } = scheme;
  switch (scheme.kind) {
    case "apiKey":
      return partCall("security", "apiKey", [name, scheme.in, scheme.parameter, valuePrefix(scheme)]);
    case "http":
      return httpPart(name, scheme.scheme, scopes);
    case "oauth2":
    case "openIdConnect":
      return partCall("security", "bearer", [name, ...scopes]);
    case "mutualTLS":
      return undefined;
    default:
      return scheme satisfies never;
  }
}

function httpPart(name: string, scheme: string, scopes: readonly string[]): PartCall {
  if (/^basic$/i.test(scheme)) return partCall("security", "basic", [name]);
  return /^bearer$/i.test(scheme) ? partCall("security", "bearer", [name, ...scopes]) : partCall("security", "http", [name, scheme]);
}
