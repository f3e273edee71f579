import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import { pathToFileURL } from "node:url";

/**
 * The types that openapi-typescript makes of a document: the reference for the shape of ours. It throws where it refuses.
 * It is told not to make members with a `default` required, for a default does not make a property present.
 */
export async function openapiTypescript(input: string | { path: string }, options?: OpenAPITSOptions): Promise<string> {
  const source = typeof input === "string" ? input : pathToFileURL(input.path);
  return astToString(await openapiTS(source, { silent: true, defaultNonNullable: false, ...options }));
}
