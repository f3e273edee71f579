import type { Diagnostic, DiagnosticCode, Location } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Source } from "./document.ts";
import type { Kind } from "./grammar.ts";

/** Which rules a file's schemas follow. 3.2's are 3.1's. */
export type Dialect = "3.0" | "3.1";

/** A file that was read: `base` is what its relative references are resolved against (its uri, or 3.2's `$self`). */
export type File = {
  source: Source;
  value: Json;
  dialect: Dialect;
  base: string;
  /** Where a place of `value` stands in the text; differs from it only where Swagger 2.0 was converted. */
  original(pointer: string): string;
  /** Of a converted file: where a place of its text stands in `value`. */
  converted?: (pointer: string) => string;
  /** Of a part of a Swagger 2.0 description: the place as OpenAPI 3.0. */
  convertPart?: (graph: Graph, target: Target, kind: Kind) => Target;
  /** The Swagger 2.0 description that a file is, or is a part of. */
  swagger2?: JsonObject;
};

/** A place in a file: `{ file, pointer: "/components/schemas/Pet" }`. */
export type Place = { file: File; pointer: string };

/** A `$ref` in a place where it counts, or a text that works as one. */
export type Reference = {
  /** `mapping`: a value of a discriminator's mapping. `dynamic`: a `$dynamicRef`. `container`: a whole map or list is elsewhere. `anchor`: a dynamic anchor, which may be referred to. */
  role: "ref" | "mapping" | "dynamic" | "container" | "anchor";
  /** The object that holds the text; for a mapping, the mapping. */
  node: JsonObject;
  kind: Kind;
  /** Where the object stands: `parent[key]` is `node`. Not known for the target of another reference. */
  holder: Holder | undefined;
  place: Place;
  /** The base URI here: the file's, or that of the nearest `$id`. */
  base: string;
  text: string;
  target: Target | undefined;
};

export type Holder = { parent: JsonObject | Json[]; key: string };

/** What a reference leads to, and the base URI there. */
export type Target = Place & { value: Json; base: string };

/** Everything that walking has found so far. */
export type Graph = {
  root: File;
  files: Map<string, File>;
  /** What each absolute URI names: files, `$self`, `$id`. */
  resources: Map<string, Target>;
  /** `https://example.com/tree#node`: plain-name fragments, from `$anchor` and `$dynamicAnchor`. */
  anchors: Map<string, Target>;
  dynamicAnchors: Map<string, Target[]>;
  visited: Set<JsonObject>;
  references: Reference[];
  byNode: Map<JsonObject, Reference>;
  /** Schemas that also accept null, which 3.0 says beside them and 2020-12 around them. */
  nullables: { node: JsonObject; place: Place }[];
  /** Schemas with an `$id` or an anchor. */
  identified: JsonObject[];
  diagnostics: Diagnostic[];
};

/** A graph that knows its root file and nothing else yet. */
export function createGraph(root: File): Graph {
  return {
    root, files: new Map(), resources: new Map(), anchors: new Map(), dynamicAnchors: new Map(), visited: new Set(), references: [],
    byNode: new Map(), nullables: [], identified: [], diagnostics: [],
  };
}

/** Makes a file known under its uri and its own base URI. */
export function addFile(graph: Graph, file: File): void {
  graph.files.set(file.source.uri, file);
  const target: Target = { file, pointer: "", value: file.value, base: file.base };
  graph.resources.set(file.source.uri, target);
  graph.resources.set(file.base, target);
}

/** Where a place is, in words that point into the text as it was written. */
export function locationOf(place: Place): Location {
  return { uri: place.file.source.uri, pointer: place.file.original(place.pointer) };
}

/** Reports a problem of a place. */
export function report(graph: Graph, code: DiagnosticCode, message: string, place: Place, help?: string): void {
  graph.diagnostics.push(diagnose(code, message, locationOf(place), help));
}
