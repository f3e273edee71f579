import { Project, ts } from "ts-morph";
import { resolvedPath } from "./resolved-path.ts";

/** A file that a person owns, as it was read: `{ path: "/app/src/handlers.ts", text: "import …", source: … }`. */
export type HandlerFile = {
  /** Absolute, with `/`. */
  path: string;
  /** Without the byte order mark, which is kept apart. */
  text: string;
  mark: "" | "\uFEFF";
  source: ts.SourceFile;
};

/** The text of a file, or `undefined` where there is none. Paths are absolute, with `/`. */
export type ReadText = (path: string) => string | undefined;

/** The files that handlers are in, each parsed once, when somebody asks for it. Types are not looked at. */
export class HandlerFiles {
  readonly #read: ReadText;
  // In memory and without libraries: parsing is all that is asked of it.
  readonly #project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, compilerOptions: { noLib: true, noResolve: true } });
  readonly #files = new Map<string, HandlerFile | undefined>();

  constructor(read: ReadText) {
    this.#read = read;
  }

  /** The file at a path, where there is one. */
  open(path: string): HandlerFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#parse(path));
    return this.#files.get(path);
  }

  /** The file that a relative import means, whether it names the source or what it is compiled to. */
  imported(specifier: string, importer: HandlerFile): HandlerFile | undefined {
    if (!/^\.\.?(\/|$)/.test(specifier)) return undefined;
    const path = resolvedPath(importer.path, specifier);
    const bare = path.replace(/\.([mc]?)jsx?$/, "");
    const kind = /\.([mc])js$/.exec(path)?.[1] ?? "";
    const candidates = [path, `${bare}.${kind}ts`, `${bare}.tsx`, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
    for (const candidate of candidates.filter((name) => /\.[mc]?tsx?$/.test(name))) {
      const file = this.open(candidate);
      if (file) return file;
    }
    return undefined;
  }

  /** What keeps a file from being read as TypeScript, in the order of places. */
  syntaxErrors({ source }: HandlerFile): readonly ts.Diagnostic[] {
    return this.#project.getProgram().compilerObject.getSyntacticDiagnostics(source);
  }

  #parse(path: string): HandlerFile | undefined {
    const read = this.#read(path);
    if (read === undefined) return undefined;
    const mark = read.startsWith("\uFEFF") ? "\uFEFF" : "";
    const text = read.slice(mark.length);
    // A name of its own, since that of the person may be one that no file in memory can have, as `C:/app/handlers.ts`.
    const name = `/${this.#files.size}-${path.slice(path.lastIndexOf("/") + 1)}`;
    return { path, text, mark, source: this.#project.createSourceFile(name, text).compilerNode };
  }
}
