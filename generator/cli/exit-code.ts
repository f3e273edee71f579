import { hasErrors } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { ExitCode } from "./io.ts";

/**
 * 2 where a document that was asked for could not be read, which is a mistake on the command line; 1 for any other error, a file
 * among them that a document refers to and that could not be read; else 0.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[], documents: readonly { input: string }[]): ExitCode {
  if (diagnostics.some(({ code, at }) => code === "unreadable" && documents.some(({ input }) => input === at.uri))) return 2;
  return hasErrors(diagnostics) ? 1 : 0;
}
