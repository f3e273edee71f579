import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Loads the validators of one output as a program does that imports all of them: how many modules there are. Throws where one imports
 * what is not there, or cannot be evaluated.
 */
export async function loadValidators(output: string): Promise<number> {
  const folder = join(output, "validators");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")) : [];
  if (names.length === 0) return 0;
  const entry = names.map((name, index) => `export * as module${index} from ${JSON.stringify(`./${name}`)};`).join("\n");
  const bundle = join(output, "validators.mjs");
  await build({ stdin: { contents: entry, resolveDir: folder }, bundle: true, outfile: bundle, format: "esm", target: "node20", logLevel: "silent" });
  try {
    const modules: { [name: string]: unknown } = await import(pathToFileURL(bundle).href);
    return Object.keys(modules).length;
  } finally {
    rmSync(bundle);
  }
}
