import { Project, ts } from "ts-morph";
import { diagnose, type Diagnostic } from "../diagnostics.ts";
import type { PlacedHandler } from "./step-handlers.ts";

/**
 * The handlers whose types do not fit the generated ones, as TypeScript sees them by the tsconfig.json of their folder. Reads what they
 * import from disk. Errors elsewhere in those files are no matter of the document.
 */
export function checkTypes(handlers: readonly PlacedHandler[]): Diagnostic[] {
  const paths = [...new Set(handlers.map(({ path }) => path))];
  const [first] = paths;
  if (first === undefined) return [];
  const project = projectOf(first);
  const sources = paths.map((path) => project.addSourceFileAtPath(path).compilerNode);
  project.resolveSourceFileDependencies();
  const program = project.getProgram().compilerObject;
  return sources.flatMap((source, index) => {
    const own = handlers.filter(({ path }) => path === paths[index]);
    return program.getSemanticDiagnostics(source).flatMap((error) => findingOf(error, own));
  });
}

function projectOf(path: string): Project {
  const found = ts.findConfigFile(path.slice(0, path.lastIndexOf("/")), (name) => ts.sys.fileExists(name));
  const options = { noEmit: true, skipLibCheck: true };
  if (found !== undefined) return new Project({ tsConfigFilePath: found, skipAddingFilesFromTsConfig: true, compilerOptions: options });
  const { ESNext: module } = ts.ModuleKind;
  return new Project({ compilerOptions: { ...options, strict: true, target: ts.ScriptTarget.ES2022, module, moduleResolution: ts.ModuleResolutionKind.Bundler } });
}

function findingOf({ file, start, messageText }: ts.Diagnostic, handlers: readonly PlacedHandler[]): Diagnostic[] {
  if (!file || start === undefined) return [];
  const handler = handlers.find((one) => one.start <= start && start < one.end);
  if (!handler) return [];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  return [diagnose("changed-handler", `${handler.name} does not fit the document: ${message}`, { uri: handler.path, line: line + 1, column: character + 1 })];
}
