/** A file to be: `{ path: "types.ts", text: "export type …" }`. The path is relative to the output folder, with `/`. */
export type OutputFile = { path: string; text: string };
