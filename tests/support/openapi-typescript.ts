import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import { pathToFileURL } from "node:url";

/**
 * The types that openapi-typescript makes of a document: the reference for the shape of ours. It throws where it refuses.
 * It is told not to make members with a `default` required, for a default does not make a property present.
 */
export async function openapiTypescript(input: string | { path: string }, options?: OpenAPITSOptions): Promise<string> {
  const source = typeof input === "string" ? input : pathToFileURL(input.path);
  return await offline(async () => astToString(await openapiTS(source, { silent: true, defaultNonNullable: false, ...options })));
}

/** It fetches every remote `$ref`, and a test goes nowhere. */
async function offline<Value>(work: () => Promise<Value>): Promise<Value> {
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.reject(new Error("tests do not use the network"));
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
  }
}
