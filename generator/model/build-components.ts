import type { Components } from "./api.ts";
import { buildExample } from "./build-example.ts";
import { buildLink } from "./build-link.ts";
import { buildHeader, buildMediaType } from "./build-media-type.ts";
import { buildParameter } from "./build-parameter.ts";
import { buildCallback, buildPathItem } from "./build-path-item.ts";
import { buildRequestBody } from "./build-request-body.ts";
import { buildResponse } from "./build-response.ts";
import { buildSecurityScheme } from "./build-security-scheme.ts";
import type { Cursor } from "./cursor.ts";

/** Everything under `components` but its schemas (OAS "Components Object"), in the document's order. */
export function buildComponents(root: Cursor): Components {
  const components = root.object("components");
  const section = <T>(name: string, build: (cursor: Cursor, name: string) => T | undefined): T[] =>
    (components?.entries(name) ?? []).flatMap((entry) => build(entry.cursor, entry.name) ?? []);
  // A response has a status only where it is referred to, and a path item a path.
  return {
    responses: section("responses", (cursor) => buildResponse(cursor, "")),
    parameters: section("parameters", buildParameter),
    requestBodies: section("requestBodies", buildRequestBody),
    headers: section("headers", buildHeader),
    pathItems: section("pathItems", (cursor) => buildPathItem(cursor, "")),
    callbacks: section("callbacks", buildCallback),
    examples: section("examples", buildExample),
    links: section("links", buildLink),
    mediaTypes: section("mediaTypes", buildMediaType),
    securitySchemes: section("securitySchemes", buildSecurityScheme),
  };
}
