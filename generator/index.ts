export { generate } from "./generate.ts";
export type { Generated, GenerateOptions } from "./generate.ts";
export type { Target } from "./targets.ts";
export { loadDocument as load } from "./load/load-document.ts";
export type { Document, Loaded, Source } from "./load/document.ts";
export type { Diagnostic, Location, Severity } from "./diagnostics.ts";
export type { Api } from "./model/api.ts";
export type { Schema } from "./model/schema.ts";
export type { OutputFile } from "./write/output-file.ts";
