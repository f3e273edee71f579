import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Bundles test files to JavaScript, and gives their paths. Each still runs in a process of its own, which has only that to load: what
 * compiles TypeScript as it is imported costs every process more than most tests do.
 */
export async function bundleTests(files, { root, out }) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: out,
    outbase: root,
    chunkNames: "chunks/[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    sourcemap: true,
    sourcesContent: false,
    define: { "import.meta.url": "importMetaUrl", "import.meta.dirname": "importMetaDirname" },
    plugins: [sourcesAtHome()],
    logLevel: "warning",
  });
  return files.map((file) => join(out, relative(root, file).replace(/\.ts$/, ".js")));
}

/** Files find others beside them by `import.meta`, which has to be about the source and not about the bundle. */
function sourcesAtHome() {
  const load = ({ path }) => {
    const text = readFileSync(path, "utf8");
    // In the first line, so that all others keep their numbers.
    const home = `const importMetaUrl = ${JSON.stringify(pathToFileURL(path).href)}, importMetaDirname = ${JSON.stringify(dirname(path))}; `;
    return { contents: text.includes("import.meta.") ? home + text : text, loader: "ts" };
  };
  return { name: "sources-at-home", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, load) };
}
