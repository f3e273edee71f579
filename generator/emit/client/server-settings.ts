import type { Server } from "../../model/api.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { objectLiteral } from "../call/object-literal.ts";
import { runtimeValue } from "../call/runtime-name.ts";

/** The URL that a client sends to, the type of the option that chooses it, and what that takes. */
export type ServerSettings = { url: Printable; type?: Printable; declaration?: Printable };

/**
 * What a client knows of the servers of a document: nothing of none. Of one with variables the option `server` gives these; of
 * several it is the index or the name of one, or `[0, { region: "eu" }]`.
 */
export function serverSettings(servers: readonly Server[]): ServerSettings | undefined {
  const [first, ...others] = servers;
  if (first === undefined) return undefined;
  if (others.length > 0) return choice(servers);
  if (first.variables.length === 0) return { url: stringLiteral(first.url) };
  return { url: urlCode(first, "options.server"), type: variablesType(first) };
}

function choice(servers: readonly Server[]): ServerSettings {
  const types = servers.flatMap((server, index) => {
    const names = namesOf(server, index).join(" | ");
    return server.variables.length === 0 ? [names] : [names, code`readonly [${names}, ${variablesType(server)}]`];
  });
  const haveVariables = servers.some(({ variables }) => variables.length > 0);
  const taken = haveVariables ? `\n  const [which, values] = typeof server === "object" ? server : [server, {}];` : "";
  const cases = servers.map((server, index) => code`\n${labelsOf(server, index)}\n  return ${urlCode(server, "values")};`);
  const body = code`${taken}\n  switch (${haveVariables ? "which" : "server"}) {${{ indented: { indented: cases } }}\n  }`;
  const declaration = code`function urlOf(server: ClientOptions["server"] = 0): string {${body}\n}`;
  return { url: "urlOf(options.server)", type: separated(types, " | "), declaration };
}

/** The first server is also what is meant where a caller of JavaScript names one that is none. */
function labelsOf(server: Server, index: number): string {
  return index === 0 ? "default:" : namesOf(server, index).map((name) => `case ${name}:`).join("\n");
}

function namesOf({ name }: Server, index: number): string[] {
  return [String(index), ...(name === undefined ? [] : [stringLiteral(name)])];
}

function urlCode({ url, variables }: Server, values: string): Printable {
  if (variables.length === 0) return stringLiteral(url);
  const members = variables.map(({ name, default: value, enum: listed = [] }) => {
    const all = [value, ...listed.filter((one) => one !== value)].map(stringLiteral);
    return [name, listed.length === 0 ? stringLiteral(value) : `[${all.join(", ")}]`] as const;
  });
  return code`${runtimeValue("server-url", "serverUrl")}(${stringLiteral(url)}, ${objectLiteral(members)}, ${values})`;
}

function variablesType({ variables }: Server): Printable {
  return block(variables.map(({ name, default: value, enum: listed = [], description }) => {
    const type = listed.length === 0 ? "string" : listed.map(stringLiteral).join(" | ");
    return code`${jsDoc([description], [{ tag: "default", text: JSON.stringify(value) }])}readonly ${propertyKey(name)}?: ${type};`;
  }));
}
