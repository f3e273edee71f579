import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Document } from "../load/document.ts";
import type { Api } from "../model/api.ts";
import { slowPatterns } from "../model/slow-pattern.ts";

/** A warning for each pattern that somebody can keep a server busy with, where a regular expression engine backtracks. */
export function checkPatterns(document: Document, api: Api): Diagnostic[] {
  return slowPatterns(api).map(({ pattern, at }) => {
    const shown = JSON.stringify(pattern.length > 120 ? `${pattern.slice(0, 120)}…` : pattern);
    return diagnose("slow-pattern", `Two repetitions of ${shown} can share a text in many ways: to refuse a long one may take very long.`, document.at(at));
  });
}
