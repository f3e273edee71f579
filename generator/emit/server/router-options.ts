import type { Api, SecurityScheme } from "../../model/api.ts";
import { contentKind } from "../../model/content-contract.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { contentType } from "../schema/content-type.ts";

/** `export type RouterOptions<P> = Omit<…> & { readonly security: …; readonly error?: … }` */
export function routerOptions(schemes: readonly SecurityScheme[]): Printable {
  const options = runtimeType("server/options", "RouterOptions");
  const own = ["/** Makes of a problem the application's own error body. By default it is an RFC 9457 problem. */\n",
    code`readonly error?: (problem: ${runtimeType("server/problem", "Problem")}, context: ${runtimeType("server/options", "ErrorContext")}) => DocumentedError;`];
  const generic = schemes.length === 0 ? "" : "<P extends Principals = Principals>";
  const security = schemes.length === 0 ? [] : [code`/** For each security scheme a function that says whose a credential is. */\n${securityMember()}`];
  return code`/** How a router goes about requests. */\nexport type RouterOptions${generic} = Omit<${options}, "security" | "error"> & ${block([...security, own])};`;
}

// Mapped over P, so that the compiler finds out P from the functions.
function securityMember(): Printable {
  const authenticator = runtimeType("server/authenticator", "Authenticator");
  return code`readonly security: { readonly [Scheme in keyof P]: ${authenticator}<Scheme extends keyof Credentials ? Credentials[Scheme] : never, P[Scheme]> };`;
}

/** `export type DocumentedError = Reply<number, Problem>`: what failures are by the document, where that says so in JSON. */
export function documentedError({ operations }: Api, plan: TypePlan): Printable {
  const failures = operations.flatMap(({ responses }) => responses.filter(({ status }) => /^([45]|default)/.test(status)));
  const content = failures.flatMap((response) => response.content).filter((one) => contentKind(one, plan.schemas) === "json");
  const types = new Map(content.map((mediaType) => contentType(mediaType, plan, "response")).map((type): [string, Printable] => [JSON.stringify(type), type]));
  const body = types.size === 0 ? "unknown" : separated([...types.values()], " | ");
  const doc = "/** What the document says that failures are. */\n";
  return code`${doc}export type DocumentedError = ${runtimeType("server/reply", "Reply")}<number, ${body}>;`;
}
