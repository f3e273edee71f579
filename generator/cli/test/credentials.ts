import type { Api } from "../../model/api.ts";
import { schemeContracts } from "../../model/scheme-contracts.ts";
import type { Secrets } from "../../contract/tester/report/curl-line.ts";
import type { Io } from "../io.ts";
import { suggestion } from "../suggestion.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Credentials by scheme, and how they look where nobody should read them. `inFiles` hides all of them, `inLines` only those from the
 * environment: what stands on the command line, a person has before them.
 */
export type Credentials = { readonly given: ReadonlyMap<string, string>; readonly inFiles: Secrets; readonly inLines: Secrets };

/**
 * The credentials on the command line, before those of the environment: `SPECWRIGHT_AUTH_APIKEYAUTH` is of the scheme `apiKeyAuth`. A mock
 * takes any, and is given some.
 */
export function credentialsOf(auth: readonly string[], api: Api, env: Io["env"], { mock }: { readonly mock: boolean }): Credentials {
  const contracts = schemeContracts(api);
  const given = new Map<string, string>();
  const [inFiles, inLines] = [new Map<string, string>(), new Map<string, string>()];
  const add = (scheme: string, value: string, isFromEnvironment: boolean) => {
    given.set(scheme, value);
    const variable = variableOf(scheme);
    const isEncoded = contracts.get(scheme)?.kind === "basic" && value.includes(":");
    const [secret, shell] = isEncoded ? [Buffer.from(value).toString("base64"), `$(printf %s "$${variable}" | base64 | tr -d '\\n')`] : [value, `$${variable}`];
    const inQuery = encodeURIComponent(secret);
    // The longer one first: it has the other in it.
    const looks = inQuery === secret ? [[secret, shell] as const] : [[inQuery, `$(printf %s "${shell}" | jq -sRr @uri)`] as const, [secret, shell] as const];
    for (const [text, name] of looks) {
      inFiles.set(text, name);
      if (isFromEnvironment) inLines.set(text, name);
    }
  };
  for (const entry of auth) {
    const [, scheme = "", value = ""] = /^([^=]+)=(.+)$/s.exec(entry) ?? [];
    if (value === "") throw new UsageError("--auth takes a scheme and a credential.", "For instance: --auth bearerAuth=TOKEN, or --auth basicAuth=user:password");
    if (!contracts.has(scheme)) throw new UsageError(`No operation asks for the security scheme ${JSON.stringify(scheme)}.${suggestion(scheme, contracts.keys())}`, `Schemes: ${[...contracts.keys()].join(", ")}`);
    add(scheme, value, false);
  }
  for (const scheme of contracts.keys()) {
    const value = env[variableOf(scheme)];
    if (!given.has(scheme) && value !== undefined && value !== "") add(scheme, value, true);
    if (!given.has(scheme) && mock) given.set(scheme, contracts.get(scheme)?.kind === "basic" ? "user:password" : "any");
  }
  return { given, inFiles, inLines };
}

function variableOf(scheme: string): string {
  return `SPECWRIGHT_AUTH_${scheme.toUpperCase().replaceAll(/[^A-Z\d]/g, "_")}`;
}
