import type { Operation, SecurityRequirement, SecurityScheme } from "../model/api.ts";
import type { Change } from "./change.ts";
import { pairUp } from "./pair-up.ts";

/** Whether who could call an operation still can. */
export function diffSecurity(base: Operation, revision: Operation, where: string): Change[] {
  const both = { where, base: base.at, revision: revision.at };
  const old = alternativesOf(base);
  const now = alternativesOf(revision);
  return [
    ...old.filter((one) => !now.some((other) => isWithin(other, one))).map((one): Change => {
      const message = one.length === 0 ? "cannot be called without credentials any more" : `does not take ${wordsFor(one)} alone any more`;
      return { rule: "security-alternative-removed", severity: "breaking", message, ...both };
    }),
    ...now.filter((one) => !old.some((other) => isWithin(one, other) && isWithin(other, one))).map((one): Change => ({
      rule: "security-alternative-added", severity: "info", message: one.length === 0 ? "can be called without credentials" : `takes ${wordsFor(one)}`, ...both,
    })),
  ];
}

/** What is different in the security schemes themselves. */
export function diffSecuritySchemes(base: readonly SecurityScheme[], revision: readonly SecurityScheme[]): Change[] {
  const { both } = pairUp(base, revision, ({ name }) => name);
  return both.filter(([old, now]) => credentialOf(old) !== credentialOf(now)).map(([old, now]) => ({
    rule: "security-scheme-changed", severity: "breaking", where: `security scheme ${now.name}`, message: "takes its credentials in another way", base: old.at, revision: now.at,
  }));
}

/** Each scheme and scope that an alternative asks for. No requirement at all is one alternative that asks for nothing. */
function alternativesOf({ security }: Operation): string[][] {
  const alternatives = security.map(needsOf);
  return alternatives.length === 0 ? [[]] : alternatives;
}

function needsOf({ schemes }: SecurityRequirement): string[] {
  return schemes.flatMap(({ scheme, scopes }) => [scheme, ...scopes.map((scope) => `${scheme} with ${scope}`)]);
}

/** Whether what one asks for is all among what the other does: who has the other's credentials has its own. */
function isWithin(needs: readonly string[], others: readonly string[]): boolean {
  return needs.every((need) => others.includes(need));
}

function wordsFor(needs: readonly string[]): string {
  const withScopes = needs.filter((need) => !needs.some((other) => other.startsWith(`${need} with `)));
  return withScopes.join(" and ");
}

function credentialOf(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return `${scheme.kind} ${scheme.in} ${scheme.parameter}`;
    case "http":
      return `${scheme.kind} ${scheme.scheme.toLowerCase()}`;
    case "openIdConnect":
      return `${scheme.kind} ${scheme.url}`;
    case "oauth2":
    case "mutualTLS":
      return scheme.kind;
    default:
      return scheme satisfies never;
  }
}
