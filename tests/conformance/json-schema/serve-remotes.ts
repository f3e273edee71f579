import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";

/** Serves what the suite wants at http://localhost:1234, and the metaschemas, from a port of ours. */
export async function serveRemotes(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = fileOf(new URL(request.url ?? "", "http://server").pathname);
    const found = path !== undefined && existsSync(path);
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
    response.end(found ? atServer(readFileSync(path, "utf8"), origin()) : "");
  });
  const origin = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { origin: origin(), close: () => void server.close() };
}

/** A text of the suite, with the addresses that our server has in place of those that it names. */
export function atServer(text: string, origin: string): string {
  return text
    .replaceAll("http://localhost:1234", origin)
    .replaceAll("https://json-schema.org/draft/2020-12", `${origin}/json-schema-2020-12`)
    .replaceAll("http://json-schema.org/draft-04/schema", `${origin}/json-schema-draft-04.json`);
}

function fileOf(path: string): string | undefined {
  if (path.startsWith("/json-schema-draft-04")) return join(repository, "node_modules/ajv-draft-04/dist/refs/json-schema-draft-04.json");
  if (path.startsWith("/json-schema-2020-12")) return join(repository, "node_modules/ajv/dist/refs", `${path}.json`);
  return path.includes("..") ? undefined : join(corpusFolder, "suites/json-schema-test-suite/remotes", path);
}
