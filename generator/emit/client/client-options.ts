import type { Api, SecurityScheme } from "../../model/api.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { runtimeType } from "../call/runtime-name.ts";
import type { ServerSettings } from "./server-settings.ts";

/** `export type ClientOptions = Omit<Settings, "auth" | "origin"> & { auth?: { key?: Credential }; server?: … }` */
export function clientOptions({ components: { securitySchemes } }: Api, server: ServerSettings | undefined): Printable {
  const credentials = securitySchemes.filter(({ kind }) => kind !== "mutualTLS").map(credentialMember);
  const members = [
    ...(credentials.length === 0 ? [] : [code`/** Credentials by the name of the security scheme. */\nreadonly auth?: ${block(credentials)};`]),
    ...(server?.type === undefined ? [] : [code`/** Where the API is, of the places that the document names; \`baseUrl\` is any other. */\nreadonly server?: ${server.type};`]),
  ];
  const settings = code`Omit<${runtimeType("draft", "Settings")}, "auth" | "origin">`;
  const type = members.length === 0 ? settings : code`${settings} & ${block(members)}`;
  return code`/** What a client does with every request. */\nexport type ClientOptions = ${type};`;
}

function credentialMember(scheme: SecurityScheme): Printable {
  const isBasic = scheme.kind === "http" && /^basic$/i.test(scheme.scheme);
  const type = code`${runtimeType("security", "Credential")}${isBasic ? code`<${runtimeType("security", "BasicCredential")}>` : ""}`;
  return code`${jsDoc([scheme.doc.description])}readonly ${propertyKey(scheme.name)}?: ${type};`;
}
