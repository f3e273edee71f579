import { sep } from "node:path";
import type { Diagnostic, Severity } from "../../diagnostics.ts";
import type { Source } from "../../load/document.ts";
import { positions } from "../../load/position.ts";
import { displayName } from "./display-name.ts";

/** A diagnostic with its place in a file, ready to print: `{ file: "spec/openapi.yaml", line: 41, column: 9, … }`. */
export type Finding = {
  file: string;
  line: number;
  column: number;
  severity: Severity;
  code: string;
  message: string;
  help?: string;
  pointer?: string;
  /** The whole text of the file, for a code frame. */
  text?: string;
};

/** Diagnostics as findings in the order of their places, the same one only once; files are named relative to `folder`, also in messages. */
export async function findingsOf(
  diagnostics: readonly Diagnostic[],
  { sources, folder }: { sources: ReadonlyMap<string, Source>; folder: string },
): Promise<Finding[]> {
  const positionOf = await positionsIn(diagnostics, sources);
  const inFolder = folder.endsWith(sep) ? folder : `${folder}${sep}`;
  const findings = diagnostics.map(({ code, severity, message, at, help }) => {
    const text = sources.get(at.uri)?.text;
    return {
      file: displayName(at.uri, folder),
      ...positionOf(at),
      severity,
      code,
      message: inFolder === sep ? message : message.replaceAll(inFolder, ""),
      ...(help !== undefined && { help }),
      ...("pointer" in at && { pointer: at.pointer }),
      ...(text !== undefined && { text }),
    };
  });
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()].sort(byPlace);
}

type Position = { line: number; column: number };

/** Looks all pointers of one file up at once, since each look reads the whole text. */
async function positionsIn(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): Promise<(at: Diagnostic["at"]) => Position> {
  const pointers = new Map<string, string[]>();
  for (const { at } of diagnostics) {
    if ("pointer" in at) pointers.get(at.uri)?.push(at.pointer) ?? pointers.set(at.uri, [at.pointer]);
  }
  const found = new Map<string, ReadonlyMap<string, Position>>();
  for (const [uri, wanted] of pointers) {
    const source = sources.get(uri);
    if (source) found.set(uri, await positions(source, wanted));
  }
  return (at) => ("line" in at ? { line: at.line, column: at.column } : (found.get(at.uri)?.get(at.pointer) ?? { line: 1, column: 1 }));
}

function keyOf({ file, line, column, code, message }: Finding): string {
  return JSON.stringify([file, line, column, code, message]);
}

function byPlace(one: Finding, other: Finding): number {
  return compare(one.file, other.file) || one.line - other.line || one.column - other.column || compare(one.code, other.code);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
