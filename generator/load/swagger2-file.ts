import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Source } from "./document.ts";
import type { File, Graph } from "./graph.ts";
import { locationOf, type Target } from "./graph.ts";
import type { Kind } from "./grammar.ts";
import { convertFragment, type ConvertedFragment } from "./swagger2/convert-fragment.ts";
import { convertSwagger2 } from "./swagger2/convert-swagger2.ts";

/** A file that is a Swagger 2.0 document, as one of OpenAPI 3.0. */
export function convertedFile(source: Source, value: JsonObject): { file: File; diagnostics: Diagnostic[] } {
  const { root, notes, originalPointer, convertedPointer } = convertSwagger2(value);
  const file: File = {
    source, value: root, dialect: "3.0", base: source.uri, original: originalPointer, converted: convertedPointer, swagger2: value,
  };
  return { file, diagnostics: notes.map(({ code, message, pointer }) => diagnose(code, message, { uri: source.uri, pointer })) };
}

/** A file that is a part of a Swagger 2.0 description: what is referred to in it is converted when it is known what it is. */
export function partFile(source: Source, value: Json, description: JsonObject): File {
  const parts = new Map<string, ConvertedFragment>();
  const convertPart = (graph: Graph, target: Target, kind: Kind): Target => {
    const { pointer } = target;
    let part = parts.get(pointer);
    if (part === undefined) {
      part = convertFragment(target.value, kind, { file: value, description });
      parts.set(pointer, part);
      for (const note of part.notes) {
        const at = locationOf({ file: target.file, pointer: pointer + note.pointer });
        graph.diagnostics.push(diagnose(note.code, note.message, at));
      }
    }
    return { ...target, value: part.value };
  };
  return { source, value, dialect: "3.0", base: source.uri, original: (pointer) => originalIn(parts, pointer), convertPart, swagger2: description };
}

function originalIn(parts: ReadonlyMap<string, ConvertedFragment>, pointer: string): string {
  for (let prefix = pointer; ; prefix = prefix.slice(0, prefix.lastIndexOf("/"))) {
    const part = parts.get(prefix);
    if (part !== undefined) return prefix + part.originalPointer(pointer.slice(prefix.length));
    if (prefix === "") return pointer;
  }
}
