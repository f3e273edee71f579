import type { DiagnosticCode } from "../../diagnostics.ts";
import type { Pointer } from "../../model/schema.ts";

/** A diagnostic of an emitter, which knows places of the loaded document only. */
export type Problem = { code: DiagnosticCode; message: string; at: Pointer };
