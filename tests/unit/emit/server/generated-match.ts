import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateFiles } from "../../../../generator/generate.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import type { Routes } from "../../../../generator/runtime/server/routes.ts";
import { fakeDocument } from "../../model/fake-document.ts";

/** The function `match` of the `server.ts` that is generated for these paths, each with a GET. It is gone when the tests are over. */
export async function generatedMatch(paths: readonly string[]): Promise<Routes["match"]> {
  const items = paths.map((path) => [path, { get: { responses: { 204: { description: "" } } }, parameters: parametersOf(path) }]);
  const document = fakeDocument({ openapi: "3.1.1", info: { title: "Paths", version: "1" }, paths: Object.fromEntries(items) });
  const folder = mkdtempSync(join(tmpdir(), "match-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const { path, text } of generateFiles(document, buildApi(document).api, ["server"]).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path === "server.ts" ? `${text}\nexport { match };\n` : text);
  }
  const outfile = join(folder, "match.mjs");
  await build({ entryPoints: [join(folder, "server.ts")], outfile, bundle: true, external: ["./validators/*"], format: "esm", platform: "node", target: "node20", logLevel: "error" });
  const { match }: { match: Routes["match"] } = await import(pathToFileURL(outfile).href);
  return match;
}

function parametersOf(path: string) {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
}
