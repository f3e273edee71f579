import type { Diagnostic } from "../diagnostics.ts";
import type { Document } from "../load/document.ts";
import { addHeirs } from "./add-heirs.ts";
import type { Api, PathItem } from "./api.ts";
import { buildComponents } from "./build-components.ts";
import { buildInfo } from "./build-info.ts";
import { buildNamedSchemas } from "./build-named-schemas.ts";
import { buildPathItem } from "./build-path-item.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-server.ts";
import { buildTag } from "./build-tag.ts";
import { completePathParameters } from "./complete-path-parameters.ts";
import { Cursor } from "./cursor.ts";
import { type OperationName, outlinePathItem } from "./outline-path-item.ts";
import { Reader } from "./reader.ts";
import { resolveDynamicReferences } from "./resolve-dynamic-references.ts";
import { settleMappings } from "./settle-mappings.ts";
import { makeOperationIdsUnique } from "./unique-operation-ids.ts";

/** With `isWanted`, of paths that have no such operation only the names of their operations are there. */
export type BuildOptions = { readonly isWanted?: ((operation: OperationName) => boolean) | undefined };

/** The Api that a document describes. What it says that cannot be right, or has no effect, is in the diagnostics. */
export function buildApi(document: Document, { isWanted }: BuildOptions = {}): { api: Api; diagnostics: Diagnostic[] } {
  const reader = new Reader(document);
  const root = new Cursor(document.root, "", reader);
  reader.security = buildSecurity(root) ?? [];
  const paths = buildPaths(root, isWanted);
  const webhooks = root.parts("webhooks").flatMap(({ name, cursor }) => buildPathItem(cursor, name) ?? []);
  const components = buildComponents(root);
  makeOperationIdsUnique([...paths, ...webhooks], reader);
  const schemas = buildNamedSchemas(root);
  const api: Api = {
    info: buildInfo(root),
    servers: buildServers(root) ?? [],
    tags: root.objects("tags").flatMap((tag) => buildTag(tag) ?? []),
    security: reader.security,
    paths,
    webhooks,
    operations: paths.flatMap(({ operations }) => operations),
    schemas,
    components,
    extensions: extensionsOf(root),
  };
  resolveDynamicReferences(api, reader);
  addHeirs(api.schemas, reader);
  settleMappings(api);
  return { api, diagnostics: reader.report() };
}

function buildPaths(root: Cursor, isWanted: BuildOptions["isWanted"]): PathItem[] {
  const paths = root.part("paths");
  return Object.keys(paths?.value ?? {}).flatMap((path) => {
    const entry = path.startsWith("x-") ? undefined : paths?.part(path);
    const outline = entry && isWanted && outlinePathItem(entry, path, isWanted);
    if (outline !== undefined) return [outline];
    const pathItem = entry && buildPathItem(entry, path);
    return pathItem === undefined ? [] : completePathParameters(pathItem, root.reader);
  });
}

function extensionsOf(root: Cursor): Api["extensions"] {
  // Of the document's kind and base everything was learned in load/.
  for (const known of ["openapi", "swagger", "$self", "jsonSchemaDialect"]) root.json(known);
  return root.extensions();
}
