import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The compilers our output has to please, by the npm names under which package.json installs them. */
export const compilers = { "5.4": "typescript54", "5.9": "typescript", "7": "typescript7" } as const;
export type CompilerVersion = keyof typeof compilers;

/** What our output has to be clean under: design section 3. */
export const strictOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  types: [],
  module: "ESNext",
  moduleResolution: "Bundler",
} as const;

/** Compiler options that are to differ from the strict ones. `rootDirs` are relative to the files. */
export type OtherOptions = { readonly exactOptionalPropertyTypes?: boolean; readonly skipLibCheck?: boolean; readonly rootDirs?: readonly string[] };

/** What a compiler found: `{ file: "a/types.ts", line: 3, column: 14, code: 2322, message: "Type … is not assignable …" }`. */
export type CompileError = { file: string; line: number; column: number; code: number; message: string };

/** What a compiler says about some files: their errors, and `crash` where it ended without a verdict. */
export type Verdict = { errors: CompileError[]; crash?: string };

/**
 * The errors of TypeScript 7, which takes a tenth of the others' time, in the given files: `new Map([["types.ts", "export type A = …"]])`.
 * Files see each other by relative imports. Only they are checked, not the libraries: a module cannot make an error in those.
 */
export async function typecheck(files: ReadonlyMap<string, string>, options: OtherOptions = {}): Promise<CompileError[]> {
  const { errors, crash } = await tsc("7", files, { skipLibCheck: true, ...options });
  if (crash !== undefined) throw new Error(crash);
  return errors;
}

/** The errors of one compiler's command line in the given files, libraries included. They can import from node_modules. */
export async function tsc(version: CompilerVersion, files: ReadonlyMap<string, string>, options: OtherOptions = {}): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-tsc-"));
  try {
    await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
    const folders = new Set([...files.keys()].map((name) => dirname(join(folder, name))));
    for (const inner of folders) await mkdir(inner, { recursive: true });
    await Promise.all(Array.from(files, ([name, text]) => writeFile(join(folder, name), text)));
    return await tscFolder(version, folder, [...files.keys()], options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

let configCount = 0;

/** The same for files that are on disk: names are relative to the folder, which gets a tsconfig. */
export async function tscFolder(version: CompilerVersion, folder: string, names: readonly string[], options: OtherOptions = {}): Promise<Verdict> {
  const config = join(folder, `tsconfig.${++configCount}.json`);
  await writeFile(config, JSON.stringify({ compilerOptions: { ...strictOptions, skipLibCheck: false, ...options }, files: names }));
  const bin = join(repository, "node_modules", compilers[version], "bin", "tsc");
  const { output, code } = await run(folder, [bin, "--pretty", "false", "-p", config]);
  const errors = parse(output);
  return code === 0 || errors.length > 0 ? { errors } : { errors, crash: output.trim().slice(0, 2000) || `exit ${code}` };
}

function run(cwd: string, args: readonly string[]): Promise<{ output: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ output: signal ? `${output}\n${signal}` : output, code }));
  });
}

/** `a/types.ts(3,14): error TS2322: Type …`, with the lines that are indented below it. */
const errorLine = /^(?:(.+?)\((\d+),(\d+)\): )?error TS(\d+): (.*)$/;

function parse(output: string): CompileError[] {
  const errors: CompileError[] = [];
  for (const text of output.split("\n")) {
    const match = errorLine.exec(text);
    const last = errors.at(-1);
    if (match) {
      const [, file = "", line = 0, column = 0, code = 0, message = ""] = match;
      errors.push({ file, line: Number(line), column: Number(column), code: Number(code), message });
    } else if (last && text.startsWith(" ")) {
      last.message += `\n${text}`;
    }
  }
  return errors;
}
