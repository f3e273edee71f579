import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { planValidators, type ValidatorPlan } from "../../generator/emit/validate/plan-validators.ts";
import { emitValidators } from "../../generator/emit/validators.ts";
import type { Api } from "../../generator/model/api.ts";
import type { SchemaId } from "../../generator/model/schema.ts";
import { planTypes } from "../../generator/model/type-plan.ts";
import type { View } from "../../generator/model/views.ts";
import { printFile } from "../../generator/print/print-file.ts";
import type { SchemaData } from "../../generator/runtime/validate/schema-data.ts";
import type { Violation } from "../../generator/runtime/validate/violation.ts";
import { repository } from "./typecheck.ts";

/** What the emitted file of a schema exports, as it is run, and its text. */
export type EmittedValidator = Exported & { text: string };

export type EmittedValidators = { of(id: SchemaId, view?: View): EmittedValidator };

type Exported = { is: (value: unknown) => boolean; validate: (value: unknown, limit?: number) => Violation[]; schema: SchemaData };

/** Emits, prints, bundles and imports the validators of some Apis. Each module is what a user gets, with its types taken off. */
export async function emittedValidators(apis: readonly Api[]): Promise<EmittedValidators[]> {
  const plans = apis.map((api) => planValidators(api, planTypes(api)));
  const texts = new Map(apis.flatMap((api, index) => textsOf(api, plans[index], `api${index}`)));
  const validators = plans.flatMap((plan, index) => plan.all.map((validator) => ({ validator, path: `api${index}/${validator.file}` })));
  const exported = await run(validators.map(({ validator: { is, validate, data }, path }, index) => ({
    before: `import * as m${index} from ${JSON.stringify(`./${path}`)};`,
    member: `{ is: m${index}.${is}, validate: m${index}.${validate}, schema: m${index}.${data} }`,
  })), texts);
  const byValidator = new Map(validators.map(({ validator, path }, index) => [validator, { path, exported: exported[index] }]));
  return plans.map((plan) => ({
    of(id, view = "response") {
      const validator = plan.of(id, view);
      const found = validator && byValidator.get(validator);
      if (found?.exported === undefined) throw new Error(`no validator of ${id}`);
      return { ...found.exported, text: texts.get(found.path) ?? "" };
    },
  }));
}

function textsOf(api: Api, plan: ValidatorPlan | undefined, folder: string): [string, string][] {
  if (plan === undefined) return [];
  return Array.from(emitValidators(api, plan), printFile).map(({ path, text }) => [`${folder}/${path}`, text]);
}

async function run(lines: readonly { before: string; member: string }[], texts: ReadonlyMap<string, string>): Promise<Exported[]> {
  const entry = [...lines.map(({ before }) => before), `export const exported = [${lines.map(({ member }) => member).join(", ")}];`].join("\n");
  const { outputFiles } = await build({
    stdin: { contents: entry, sourcefile: "entry.ts", loader: "ts", resolveDir: repository },
    bundle: true, write: false, format: "esm", target: "node20", plugins: [virtualFiles(texts)], logLevel: "error",
  });
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  try {
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    const { exported }: { exported: Exported[] } = await import(pathToFileURL(file).href);
    return exported;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Emitted files that are not on disk, beside the runtime that is. */
function virtualFiles(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "emitted",
    setup(bundle) {
      bundle.onResolve({ filter: /^\./ }, ({ path, importer, namespace }) => {
        if (namespace === "file" && importer !== "entry.ts" && importer !== join(repository, "entry.ts")) return undefined;
        const whole = posix.join(namespace === "emitted" ? posix.dirname(importer) : "", path).replace(/\.js$/, ".ts");
        const inRuntime = /^api\d+\/(runtime\/.*)$/.exec(whole)?.[1];
        return inRuntime === undefined ? { path: whole, namespace: "emitted" } : { path: join(repository, "generator", inRuntime) };
      });
      bundle.onLoad({ filter: /.*/, namespace: "emitted" }, ({ path }) => ({ contents: texts.get(path) ?? "", loader: "ts" }));
    },
  };
}
