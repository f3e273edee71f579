import type { Api, Operation, SecurityScheme } from "../../model/api.ts";
import { schemeContracts } from "../../model/scheme-contracts.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { distinctUnion } from "../call/body-of-status.ts";

/** The security schemes that some operation asks for. */
export function schemesInUse(api: Api): SecurityScheme[] {
  const contracts = schemeContracts(api);
  return api.components.securitySchemes.filter(({ name }) => contracts.has(name));
}

/** `export type Principals = { readonly apiKeyAuth: unknown }` */
export function principalsType(schemes: readonly SecurityScheme[]): Printable {
  const members = schemes.map(({ name, doc }) => code`${jsDoc([doc.description])}readonly ${propertyKey(name)}: unknown;`);
  return code`/** Who asks, as the function of each security scheme tells: a type of your own has yours in place of these. */\nexport type Principals = ${block(members)};`;
}

/** `export type Credentials = { readonly basicAuth: BasicCredential }`: what the function of each scheme is asked about. */
export function credentialsType(schemes: readonly SecurityScheme[]): Printable {
  const members = schemes.map((scheme) => code`readonly ${propertyKey(scheme.name)}: ${credentialType(scheme)};`);
  return code`/** What the function of each security scheme is asked about. */\nexport type Credentials = ${block(members)};`;
}

function credentialType(scheme: SecurityScheme): Printable {
  if (scheme.kind === "mutualTLS") return runtimeType("server/exchange", "ServerRequest");
  return scheme.kind === "http" && /^basic$/i.test(scheme.scheme) ? runtimeType("security", "BasicCredential") : "string";
}

/** Who can ask for an operation: `P["apiKeyAuth"] | undefined`; of schemes that are asked for together, an object by their names. */
export function principalOf({ security }: Operation, schemes: readonly SecurityScheme[]): Printable {
  const known = new Set(schemes.map(({ name }) => name));
  const alternatives = security.flatMap(({ schemes: uses }): Printable[] => {
    const names = uses.map(({ scheme }) => scheme);
    const [only, ...others] = names;
    if (names.some((name) => !known.has(name))) return [];
    if (only === undefined) return ["undefined"];
    if (others.length === 0) return [`P[${stringLiteral(only)}]`];
    return [`{ ${names.map((name) => `readonly ${propertyKey(name)}: P[${stringLiteral(name)}]`).join("; ")} }`];
  });
  if (security.length === 0) return "undefined";
  // Only schemes that nobody declares: nobody gets in.
  return alternatives.length === 0 ? "never" : distinctUnion(alternatives);
}
