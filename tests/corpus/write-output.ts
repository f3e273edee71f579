import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

/**
 * Writes the files of one document to `output`, but the runtime beside it: the same text for every document, it stands there once, and is
 * compiled and loaded once. The imports that lead to it have one step more.
 */
export async function writeOutput(output: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    if (name.startsWith("runtime/")) await write(join(dirname(output), name), text);
    else await write(join(output, name), throughParent(name, text));
  }
}

function throughParent(name: string, text: string): string {
  const toRuntime = posix.join(posix.relative(posix.dirname(name), "."), "runtime/");
  const before = toRuntime.startsWith(".") ? toRuntime : `./${toRuntime}`;
  return text.replaceAll(`from "${before}`, `from "${posix.join("..", toRuntime)}`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
