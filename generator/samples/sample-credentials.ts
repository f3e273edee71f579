import type { Api, Operation, SecurityScheme } from "../model/api.ts";
import { partsOf } from "../model/identifier.ts";
import type { Variable } from "./sample-request.ts";

/** A scheme that a sample has credentials for, and the variables of the environment that hold them: a password behind a user's name. */
export type SampleCredential = { scheme: SecurityScheme; variables: [Variable, ...Variable[]] };

/** The credentials of the first alternative that asks for some and can be sent; none where nobody asks. */
export function sampleCredentials({ security }: Operation, { components }: Api): SampleCredential[] {
  const declared = new Map(components.securitySchemes.map((scheme) => [scheme.name, scheme]));
  for (const { schemes } of security) {
    const known = schemes.map(({ scheme }) => declared.get(scheme)).filter((scheme) => scheme !== undefined);
    if (known.length === schemes.length && known.length > 0 && known.every(({ kind }) => kind !== "mutualTLS")) return credentialsOf(known);
  }
  return [];
}

function credentialsOf(schemes: readonly SecurityScheme[]): SampleCredential[] {
  const taken = new Set<string>();
  return schemes.map((scheme) => {
    const plain = plainNames(scheme);
    const isTaken = plain.some((name) => taken.has(name));
    const [first = "API_KEY", ...others] = isTaken ? plain.map((name) => `${constantCase(scheme.name)}_${name}`) : plain;
    for (const name of [first, ...others]) taken.add(name);
    return { scheme, variables: [{ variable: first }, ...others.map((variable) => ({ variable }))] };
  });
}

function plainNames(scheme: SecurityScheme): string[] {
  switch (scheme.kind) {
    case "apiKey":
      return ["API_KEY"];
    case "http":
      if (/^basic$/i.test(scheme.scheme)) return ["API_USERNAME", "API_PASSWORD"];
      return [/^bearer$/i.test(scheme.scheme) ? "ACCESS_TOKEN" : "API_CREDENTIAL"];
    case "oauth2": case "openIdConnect": case "mutualTLS":
      return ["ACCESS_TOKEN"];
    default:
      return scheme satisfies never;
  }
}

/** `PARTNER_KEY` for `partner-key`: only what every shell takes for a name. */
function constantCase(name: string): string {
  const words = partsOf(name).map((word) => word.replace(/[^A-Za-z0-9]/g, "").toUpperCase()).filter(Boolean);
  return /^[A-Z]/.test(words[0] ?? "") ? words.join("_").slice(0, 60) : "OTHER";
}
