import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../support/one-program.ts";
import { ourFiles } from "../support/specwright.ts";

const folder = join(import.meta.dirname, "cases");

/**
 * Each folder of cases/ holds a document and code that uses its types: `types.ts`, `client.ts`, … and `use.ts`. What must not compile
 * stands under @ts-expect-error, so that it is an error, too, where it does compile.
 */
export async function typeCases(): Promise<Map<string, Output>> {
  const cases = new Map<string, Output>();
  for (const name of readdirSync(folder)) {
    const { files, diagnostics } = await ourFiles({ path: join(folder, name, "openapi.yaml") }, name === "server" ? ["client", "server"] : ["client"]);
    if (files.size === 0) throw new Error(`${name}/openapi.yaml is refused: ${diagnostics[0]?.message}`);
    const own = readdirSync(join(folder, name)).filter((file) => file.endsWith(".ts"));
    cases.set(name, new Map([...files, ...own.map((file) => [file, readFileSync(join(folder, name, file), "utf8")] as const)]));
  }
  return cases;
}
