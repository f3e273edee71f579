import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateFiles } from "../../../generator/generate.ts";
import type { Document } from "../../../generator/load/document.ts";
import type { Api } from "../../../generator/model/api.ts";
import type { Operation } from "../../../generator/runtime/operation.ts";
import type { send } from "../../../generator/runtime/send.ts";
import type { Router } from "../../../generator/runtime/server/exchange.ts";
import type { fetchHandler } from "../../../generator/runtime/server/fetch.ts";
import type { RouterOptions } from "../../../generator/runtime/server/options.ts";

/** What users get of a document, as it runs. Its types are known to whoever reads the files. */
export type GeneratedCode = {
  operations: { readonly [constant: string]: Operation<{ readonly [argument: string]: unknown }, Result> };
  send: typeof send;
  createRouter: (handlers: object, options: RouterOptions) => Router;
  fetchHandler: typeof fetchHandler;
  validateResponse: (route: string, status: number, body: unknown) => Promise<void>;
};

/** What `send` gives. */
export type Result = { readonly status: number; readonly body: unknown; readonly headers: { readonly [name: string]: unknown }; readonly response: Response };

const entry = `
export * as operations from "./operations.ts";
export { send } from "./client.ts";
export { createRouter, fetchHandler } from "./server.ts";
export { validateResponse } from "./validators/validate-response.ts";
`;

/** Generates everything from a document, bundles it as users do, and imports it. It is gone when the tests are over. */
export async function generatedCode(document: Document, api: Api): Promise<GeneratedCode> {
  const folder = mkdtempSync(join(tmpdir(), "agreement-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const { path, text } of [...generateFiles(document, api).files, { path: "entry.ts", text: entry }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, "bundle.mjs");
  await build({ entryPoints: [join(folder, "entry.ts")], outfile, bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "error" });
  const code: GeneratedCode = await import(pathToFileURL(outfile).href);
  return code;
}
