import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository, strictOptions, type CompileError } from "./typecheck.ts";

/** The compilers our output has to please, by the npm names under which package.json installs them. */
export const compilers = { "5.4": "typescript54", "5.9": "typescript", "7": "typescript7" } as const;
export type CompilerVersion = keyof typeof compilers;

/** What a compiler says about some files: their errors, and `crash` where it ended without a verdict. */
export type Verdict = { errors: CompileError[]; crash?: string };

/** The errors of one compiler's command line in the given files, libraries included. They can import from node_modules. */
export async function tsc(version: CompilerVersion, files: ReadonlyMap<string, string>): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-tsc-"));
  try {
    await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await tscFolder(version, folder, [...files.keys()]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

let configCount = 0;

/** The same for files that are on disk: names are relative to the folder, which gets a tsconfig. */
export async function tscFolder(version: CompilerVersion, folder: string, names: readonly string[]): Promise<Verdict> {
  const config = join(folder, `tsconfig.${++configCount}.json`);
  await writeFile(config, JSON.stringify({ compilerOptions: { ...strictOptions, skipLibCheck: false }, files: names }));
  const bin = join(repository, "node_modules", compilers[version], "bin", "tsc");
  const { output, code } = await run(folder, [bin, "--pretty", "false", "-p", config]);
  const errors = parse(output);
  return code === 0 || errors.length > 0 ? { errors } : { errors, crash: output.trim().slice(0, 2000) || `exit ${code}` };
}

function run(cwd: string, args: readonly string[]): Promise<{ output: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
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
