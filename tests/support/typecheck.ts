import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** What a compiler found: `{ file: "a/types.ts", line: 3, column: 14, code: 2322, message: "Type … is not assignable …" }`. */
export type CompileError = { file: string; line: number; column: number; code: number; message: string };

/** The repository. Virtual files stand in a folder of it that does not exist, so that they can import from node_modules. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));
const virtualFolder = join(repository, "tests", "virtual");

/**
 * What our output has to be clean under: design section 3. TypeScript of every version reads the same options, the
 * compilers that have no API from a tsconfig.json (tests/support/tsc.ts).
 */
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

/**
 * The errors of TypeScript 5.9 in the given files, which exist only here: `new Map([["types.ts", "export type A = …"]])`.
 * Files see each other by relative imports with `.ts`. Only they are checked, not the libraries: a module cannot make an
 * error in those, and checking them costs a second each time. `options`: those that are to differ from the strict ones.
 */
export function typecheck(files: ReadonlyMap<string, string>, options: Partial<Record<keyof typeof strictOptions, boolean>> = {}): CompileError[] {
  const program = createProgram(files, options);
  const errors = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const name of files.keys()) {
    const file = program.getSourceFile(virtualPath(name));
    const syntax = program.getSyntacticDiagnostics(file);
    errors.push(...syntax, ...(syntax.length > 0 ? [] : program.getSemanticDiagnostics(file)));
  }
  return errors.map(readable);
}

/** A program of the given files, for tests that ask its type checker; `virtualPath` is what a file is called in it. */
export function createProgram(files: ReadonlyMap<string, string>, others: Partial<Record<keyof typeof strictOptions, boolean>> = {}): ts.Program {
  const { options } = ts.convertCompilerOptionsFromJson({ ...strictOptions, skipLibCheck: true, ...others }, repository);
  const texts = new Map([...files].map(([name, text]) => [virtualPath(name), text]));
  return ts.createProgram({ rootNames: [...texts.keys()], options, host: hostOf(texts, options) });
}

/** `a/types.ts` as the compiler knows it. */
export function virtualPath(name: string): string {
  return join(virtualFolder, name);
}

function hostOf(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const folders = new Set([...texts.keys()].flatMap(ancestors));
  return {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    directoryExists: (path) => folders.has(path) || existsSync(path),
    getSourceFile(path, languageVersion, onError) {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion);
      return cached(path, () => host.getSourceFile(path, languageVersion, onError));
    },
  };
}

/** The folders above a virtual file, down from the repository. */
function ancestors(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder.length >= virtualFolder.length; folder = dirname(folder)) folders.push(folder);
  return folders;
}

/** Reading and binding lib.dom.d.ts takes longer than everything a small test does, so that one process does it once. */
const libraryFiles = new Map<string, ts.SourceFile>();

function cached(path: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  const known = libraryFiles.get(path);
  if (known) return known;
  const file = read();
  if (file) libraryFiles.set(path, file);
  return file;
}

function readable(diagnostic: ts.Diagnostic): CompileError {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const { file, start, code } = diagnostic;
  if (!file || start === undefined) return { file: "", line: 0, column: 0, code, message };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const name = file.fileName.startsWith(virtualFolder) ? file.fileName.slice(virtualFolder.length + 1) : file.fileName;
  return { file: name, line: line + 1, column: character + 1, code, message };
}
