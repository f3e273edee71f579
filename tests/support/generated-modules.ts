import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";

/**
 * Writes generated code as the JavaScript it is without its types, in a folder of its own, which is gone when the tests are over. Gives
 * what imports a file of it: `load("client.ts")`. The types of what it exports are known to whoever reads the file.
 */
export async function generatedModules(files: ReadonlyMap<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "generated-"));
  after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  await Promise.all(Array.from(files, async ([path, text]) => {
    if (!path.endsWith(".ts")) return;
    const { code } = await transform(text, { loader: "ts", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, scriptOf(path)), code);
  }));
  return (path: string) => import(pathToFileURL(join(folder, scriptOf(path))).href);
}

function scriptOf(path: string): string {
  return path.replace(/\.ts$/, ".js");
}
