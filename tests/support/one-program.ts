import { dirname, posix } from "node:path";

/** Files that stand in one folder, by their paths in it. */
export type Output = ReadonlyMap<string, string>;

/** Files of one program, and the folders that the compiler is to take for one: the option `rootDirs`. */
export type Program = { readonly files: ReadonlyMap<string, string>; readonly rootDirs: readonly string[] };

/**
 * Outputs, by the folder of each, as one program in which the runtime stands only once: all of them have the same one, and a compiler takes
 * longer for it than for the rest. That an output has everything that it imports, is checked here.
 */
export function oneProgram(outputs: ReadonlyMap<string, Output>): Program {
  const files = new Map<string, string>();
  for (const [folder, output] of outputs) {
    for (const [path, text] of output) {
      const missing = importsOf(path, text).filter((target) => !target.startsWith("../") && !output.has(target));
      if (missing.length > 0) throw new Error(`${folder}/${path} imports ${missing.join(", ")}, which is not there`);
      const place = posix.join(path.startsWith("runtime/") ? shared : folder, path);
      if ((files.get(place) ?? text) !== text) throw new Error(`${folder}/${path} is another file than elsewhere`);
      files.set(place, text);
    }
  }
  return { files, rootDirs: [shared, ...outputs.keys()] };
}

const shared = "shared";

/** `runtime/send.ts` for `../runtime/send.js` in `validators/schemas.ts`; not what a comment imports. */
function importsOf(path: string, text: string): string[] {
  const specifiers = Array.from(text.matchAll(/^(?!\s*(?:\*|\/\/)).*?(?:from |import\()"(\.\.?\/[^"]*\.[jt]s)"/gm), ([, specifier = ""]) => specifier);
  return specifiers.map((specifier) => posix.join(dirname(path), specifier).replace(/\.js$/, ".ts"));
}
