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
    entryPoints: [...files, join(root, thread)],
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
    plugins: [sourcesAtHome({ root, out })],
    logLevel: "warning",
  });
  return files.map((file) => bundleOf(file, { root, out }));
}

function bundleOf(file, { root, out }) {
  return join(out, relative(root, file).replace(/\.ts$/, ".js"));
}

/** What is started as a thread, which has no bundle to itself otherwise, and would compile its sources each time. */
const thread = "generator/cli/proxy/check-worker.ts";

/** Files find others beside them by `import.meta`, which has to be about the source and not about the bundle; a thread finds itself. */
function sourcesAtHome({ root, out }) {
  const load = ({ path }) => {
    const text = readFileSync(path, "utf8");
    // In the first line, so that all others keep their numbers.
    const self = path === join(root, thread) ? bundleOf(path, { root, out }) : path;
    const home = `const importMetaUrl = ${JSON.stringify(pathToFileURL(self).href)}, importMetaDirname = ${JSON.stringify(dirname(path))}; `;
    return { contents: text.includes("import.meta.") ? home + text : text, loader: "ts" };
  };
  return { name: "sources-at-home", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, load) };
}
