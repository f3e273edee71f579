import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { generate } from "../../../generator/generate.ts";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { versionsOf } from "../../support/versions.ts";
import { measureInTurns } from "../measure.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const workshop = join(repository, ".cache", "bench-validators");
const github = join(corpusFolder, "real/github.json");

const peers: { module: string; name: string; package?: string }[] = [
  { module: "ours", name: "**specwright**" },
  { module: "typebox", name: "TypeBox, compiled", package: "@sinclair/typebox" },
  { module: "ajv", name: "ajv", package: "ajv" },
  { module: "zod", name: "zod", package: "zod" },
];

/** What speed.mjs prints: nanoseconds. */
type Speed = Record<"answer" | "order" | "list", number>;

/** Measures the generated predicates beside others, and what all of GitHub's weigh. `write` keeps the table. */
export async function benchValidators(tool: string, { write }: { write: boolean }): Promise<void> {
  await prepare();
  const speeds = peers.map((peer) => ({ peer, speed: leastOf(5, peer.module) }));
  const ours = speeds[0]?.speed;
  if (ours === undefined) return;
  const rows = speeds.map(({ peer, speed }) => {
    const cells = (["answer", "order", "list"] as const).flatMap((key) => [
      key === "list" ? (speed[key] / 1000).toFixed(0) : speed[key].toFixed(0), (speed[key] / ours[key]).toFixed(1),
    ]);
    return `| ${[`${peer.name}${peer.package === undefined ? "" : ` ${versionOf(peer.package)}`}`, ...cells].join(" | ")} |`;
  });
  const text = page(rows, existsSync(github) ? weightOf(tool) : []);
  console.log(text);
  if (write) writeFileSync(join(here, "..", "VALIDATORS.md"), text);
}

/** The workshop, with our validators bundled, the documents for ajv, and the peers. */
async function prepare(): Promise<void> {
  mkdirSync(workshop, { recursive: true });
  for (const name of readdirSync(here)) if (/\.(?:mjs|json)$/.test(name)) copyFileSync(join(here, name), join(workshop, name));
  if (!existsSync(join(workshop, "node_modules"))) run("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], workshop);
  for (const [name, input] of [["contract", join(repository, "spec/openapi.yaml")], ["orders", join(here, "orders.yaml")]] as const) {
    const { files } = await generate({ input, cwd: repository });
    for (const { path, text } of files) {
      const target = join(workshop, name, path);
      mkdirSync(join(target, ".."), { recursive: true });
      writeFileSync(target, text);
      if (path === "openapi.json") writeFileSync(join(workshop, `${name}.json`), text);
    }
  }
  const entry = [
    'export { isClearApiKeyCacheResponse as isAnswer } from "./contract/validators/schemas/clear-api-key-cache-response.js";',
    'export { isOrder } from "./orders/validators/schemas/order.js";',
  ].join("\n");
  buildSync({ stdin: { contents: entry, loader: "ts", resolveDir: workshop }, bundle: true, format: "esm", target: "node20", outfile: join(workshop, "ours.mjs") });
}

function leastOf(times: number, module: string): Speed {
  const all = Array.from({ length: times }, (): Speed => JSON.parse(run(process.execPath, [join(workshop, "speed.mjs"), module], workshop)));
  const least = (key: keyof Speed): number => Math.min(...all.map((speed) => speed[key]));
  return { answer: least("answer"), order: least("order"), list: least("list") };
}

/** What GitHub's validators weigh: to make, on disk, and to import. */
function weightOf(tool: string): string[] {
  const folder = join(workshop, "github");
  rmSync(folder, { recursive: true, force: true });
  const made = measureInTurns({ types: (out) => [tool, "generate", github, "--only", "types", "--out", join(out, "out")], validators: (out) => [tool, "generate", github, "--only", "validators", "--out", join(out, "out")] }, 3);
  run(process.execPath, [tool, "generate", github, "--only", "validators", "--out", folder], workshop);
  const schemas = join(folder, "validators", "schemas");
  const names = readdirSync(schemas);
  const bytes = names.reduce((sum, name) => sum + statSync(join(schemas, name)).size, 0);
  const interpreted = names.filter((name) => /\bfits\(/.test(readFileSync(join(schemas, name), "utf8"))).length;
  const all = bundled(names.map((name, index) => `export * as m${index} from "./schemas/${name.replace(/\.ts$/, ".js")}";`).join("\n"), join(folder, "validators"));
  const one = bundled('export { isFullRepository } from "./schemas/full-repository.js";', join(folder, "validators"));
  const [making, types] = [made.get("validators")?.cpuSeconds ?? NaN, made.get("types")?.cpuSeconds ?? NaN];
  return [
    `GitHub's ${names.length} schemas: ${(bytes / 1e6).toFixed(1)} MB in as many files, of which ${interpreted} need the interpreter; made in ${(making - types).toFixed(2)} s of processor time with`,
    `the contracts of all operations, beside the ${types.toFixed(2)} s of reading the document and its types. Bundled and minified, \`isFullRepository\` is ${(one.size / 1000).toFixed(1)} kB,`,
    `and is imported in ${one.milliseconds.toFixed(1)} ms; all predicates with all schemas are ${(all.size / 1e6).toFixed(1)} MB and ${all.milliseconds.toFixed(0)} ms.`,
    "",
  ];
}

function bundled(entry: string, folder: string): { size: number; milliseconds: number } {
  const outfile = join(workshop, "bundle.mjs");
  buildSync({ stdin: { contents: entry, loader: "ts", resolveDir: folder }, bundle: true, minify: true, format: "esm", target: "node20", outfile });
  const script = `const start = process.cpuUsage(); await import(${JSON.stringify(outfile)}); const { user, system } = process.cpuUsage(start); console.log((user + system) / 1000);`;
  const times = Array.from({ length: 5 }, () => Number(run(process.execPath, ["--input-type=module", "-e", script], workshop)));
  return { size: statSync(outfile).size, milliseconds: Math.min(...times) };
}

function page(rows: readonly string[], weight: readonly string[]): string {
  return [
    "# Benchmark: validators",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${versionsOf(["esbuild"])}. \`npm run bench -- validators --write\` writes this file.`,
    "",
    "Processor time to say whether a value fits: the contract's answer (120 B of JSON), an order (1.2 kB: nested objects and lists, two",
    "formats, a pattern, limits of length in characters, closed objects; `tests/bench/validators/orders.yaml`), and a list of 1,000 orders.",
    "A process for each, the least of five; the ratio is to ours. The goal for the order is 400 ns.",
    "",
    "| validator | answer: ns | ratio | order: ns | ratio | 1,000 orders: µs | ratio |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    ...weight,
  ].join("\n");
}

function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(workshop, "node_modules", name, "package.json"), "utf8"));
  return manifest.version;
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}
