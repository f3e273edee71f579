import type { OAuthFlow, SecurityScheme } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

/** A security scheme under its name (OAS "Security Scheme Object"); none where it is of no known type. */
export function buildSecurityScheme(cursor: Cursor, name: string): SecurityScheme | undefined {
  const scheme = shared(cursor, cursor.reader.shelves.securitySchemes, readSecurityScheme);
  return scheme && { ...scheme, name };
}

function readSecurityScheme(cursor: Cursor): SecurityScheme | undefined {
  const kind = readKind(cursor);
  if (kind === undefined) {
    cursor.reader.ignored(cursor.pointer, "A security scheme needs a type (apiKey, http, oauth2, openIdConnect, mutualTLS) and what that type asks for; it is left out.");
    return undefined;
  }
  return { at: cursor.pointer, name: "", ...present(kind), doc: cursor.doc(), extensions: cursor.extensions() };
}

type DistributivePick<T> = T extends unknown ? Omit<T, "at" | "component" | "name" | "doc" | "extensions"> : never;

function readKind(cursor: Cursor): DistributivePick<SecurityScheme> | undefined {
  switch (cursor.text("type")) {
    case "apiKey":
      return readApiKey(cursor);
    case "http":
      return { kind: "http", scheme: cursor.text("scheme") ?? "", bearerFormat: cursor.text("bearerFormat") };
    case "oauth2": {
      const flows = cursor.entries("flows").map(({ name, cursor: entry }) => buildFlow(entry, name));
      return { kind: "oauth2", flows, metadataUrl: cursor.text("oauth2MetadataUrl") };
    }
    case "openIdConnect":
      return { kind: "openIdConnect", url: cursor.text("openIdConnectUrl") ?? "" };
    case "mutualTLS":
      return { kind: "mutualTLS" };
    default:
      return undefined;
  }
}

function readApiKey(cursor: Cursor): DistributivePick<SecurityScheme> | undefined {
  const parameter = cursor.text("name");
  const location = cursor.text("in");
  if (parameter === undefined || (location !== "header" && location !== "query" && location !== "cookie")) return undefined;
  return { kind: "apiKey", in: location, parameter };
}

function buildFlow(cursor: Cursor, kind: string): OAuthFlow {
  const scopes = cursor.object("scopes");
  const flow: OAuthFlow = {
    kind,
    scopes: Object.keys(scopes?.value ?? {}).map((name) => ({ name, description: scopes?.text(name) ?? "" })),
    authorizationUrl: cursor.text("authorizationUrl"),
    deviceAuthorizationUrl: cursor.text("deviceAuthorizationUrl"),
    tokenUrl: cursor.text("tokenUrl"),
    refreshUrl: cursor.text("refreshUrl"),
  };
  cursor.extensions();
  return present(flow);
}
