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
  const components = root.part("components");
  const section = <T>(name: string, build: (cursor: Cursor, name: string) => T | undefined): T[] =>
    (components?.parts(name) ?? []).flatMap((entry) => build(entry.cursor, entry.name) ?? []);
  const examples = components?.entries("examples") ?? [];
  const links = components?.entries("links") ?? [];
  // A response has a status only where it is referred to, and a path item a path.
  const built: Components = {
    responses: section("responses", (cursor) => buildResponse(cursor, "")),
    parameters: section("parameters", buildParameter),
    requestBodies: section("requestBodies", buildRequestBody),
    headers: section("headers", buildHeader),
    pathItems: section("pathItems", (cursor) => buildPathItem(cursor, "")),
    callbacks: section("callbacks", buildCallback),
    examples: examples.flatMap(({ name, cursor }) => buildExample(cursor, name) ?? []),
    links: links.flatMap(({ name, cursor }) => buildLink(cursor, name) ?? []),
    mediaTypes: section("mediaTypes", buildMediaType),
    securitySchemes: section("securitySchemes", buildSecurityScheme),
  };
  // Of a section that does not exist, such as `definitions`.
  components?.json("schemas");
  components?.extensions();
  return built;
}
