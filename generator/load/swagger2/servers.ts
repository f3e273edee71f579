import type { Json, JsonObject } from "../../json.ts";

/**
 * The servers that host, base path and schemes stand for; `undefined` where they say no more than OpenAPI 3.0 assumes.
 * A host without a scheme means "as the document was read"; most are files, so it is https.
 */
export function serversOf({ host, basePath = "" }: { host?: string; basePath?: string }, schemes: Json | undefined): JsonObject[] | undefined {
  const trimmed = basePath.replace(/\/+$/, "");
  const path = trimmed === "" || trimmed.startsWith("/") ? trimmed : `/${trimmed}`;
  if (host === undefined || host === "") return path === "" ? undefined : [server(path)];
  // Some write the scheme into the host.
  if (host.includes("://")) return [server(host.replace(/\/+$/, "") + path)];
  const named = Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === "string") : [];
  const names = named.length > 0 ? [...new Set(named)] : ["https"];
  return names.map((scheme) => server(`${scheme}://${host}${path}`));
}

/** OpenAPI 3.0 takes braces in a URL for variables, which need a default. */
function server(url: string): JsonObject {
  const names = [...url.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return names.length === 0 ? { url } : { url, variables: Object.fromEntries(names.map((name) => [name, { default: name }])) };
}
