import type { FileName } from "../../print/file-name.ts";

/** A value that a file of the runtime exports: `runtimeValue("accept", "accept")` prints `accept`, and is imported. */
export function runtimeValue(file: string, name: string): FileName {
  return { name, from: `runtime/${file}.ts`, value: true };
}

/** A type that a file of the runtime exports. */
export function runtimeType(file: string, name: string): FileName {
  return { name, from: `runtime/${file}.ts` };
}
