import type { DiagnosticCode } from "../../diagnostics.ts";
import { escapePointer, isObject, member, valueAt, type Json, type JsonObject } from "../../json.ts";

/** What converting one file knows and finds out. */
export type Conversion = {
  /** The whole file as it was written: `#/parameters/limit` is looked up here. */
  file: Json;
  /** What holds where an operation does not say: the document's own lists. */
  consumes: Json | undefined;
  produces: Json | undefined;
  server: { host?: string; basePath?: string };
  /** Where what stands elsewhere now came from, and the other way round; what is inside has moved along. */
  originals: Map<string, string>;
  destinations: Map<string, string>;
  notes: Note[];
  /** Converted objects with a `$ref`, still as it was written. */
  references: JsonObject[];
};

/** What there is to say; `pointer` is that of the file as it was written. */
export type Note = { code: DiagnosticCode; message: string; pointer: string };

/** Where something stands in the file as it was written, and where in the converted tree. */
export type Move = { from: string; to: string };

/** Begins the conversion of a file, of which `description` is the Swagger 2.0 root: mostly the file itself. */
export function createConversion(file: Json, description: JsonObject): Conversion {
  const { consumes, produces, host, basePath } = description;
  const server = { ...(typeof host === "string" && { host }), ...(typeof basePath === "string" && { basePath }) };
  return { file, consumes, produces, server, originals: new Map(), destinations: new Map(), notes: [], references: [] };
}

/** Notes that something stands elsewhere now. Where one thing went to several places, `$ref`s follow to the first. */
export function noteMove({ originals, destinations }: Conversion, { from, to }: Move): void {
  originals.set(to, from);
  if (!destinations.has(from)) destinations.set(from, to);
}

/** The same step further in, on both sides. */
export function inside({ from, to }: Move, token: string): Move {
  const step = `/${escapePointer(token)}`;
  return { from: from + step, to: to + step };
}

/** Where a pointer leads by the moves noted: the innermost move that it passes through decides. */
export function follow(moves: ReadonlyMap<string, string>, pointer: string): string {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const moved = moves.get(pointer.slice(0, end));
    if (moved !== undefined) return moved + pointer.slice(end);
  }
  return pointer;
}

/** What a local `$ref` leads to in the file as it was written, and where that stands. A chain of them is followed. */
export function lookUp(file: Json, reference: Json, from: string): { value: Json; from: string } {
  let found = { value: reference, from };
  // A chain that is longer leads in a circle.
  for (let step = 0; step < 32; step++) {
    const pointer = localPointer(found.value);
    const value = pointer === undefined ? undefined : valueAt(file, pointer);
    if (pointer === undefined || value === undefined) return found;
    found = { value, from: pointer };
  }
  return found;
}

/** The pointer of an object's `$ref`, where it leads into the same file. */
export function localPointer(value: Json): string | undefined {
  const text = isObject(value) ? member(value, "$ref") : undefined;
  if (typeof text !== "string" || !text.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(text.slice(1));
  } catch {
    return text.slice(1);
  }
}
