import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { generate } from "../../generator/generate.ts";
import type { Operation } from "../../generator/runtime/operation.ts";
import { repository } from "./typecheck.ts";

/** The operations of a document by the name of their constant; their types are known to whoever reads the file. */
export type Operations = { readonly [name: string]: Operation<{ readonly [argument: string]: unknown }, unknown> };

/** Generates the client of a document in a folder of its own, which is gone when the tests are over, and imports its operations. */
export async function generatedOperations(document: string): Promise<Operations> {
  const folder = mkdtempSync(join(tmpdir(), "client-"));
  after(() => rmSync(folder, { recursive: true }));
  const { files, diagnostics } = await generate({ input: document, cwd: repository, targets: ["client"] });
  if (files.length === 0 || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  for (const { path, text } of [...files, { path: "package.json", text: '{"type":"module"}' }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return import(pathToFileURL(join(folder, "operations.ts")).href);
}
