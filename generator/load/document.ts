import type { Diagnostic, Location } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";

/** One text as it was read: `{ uri: "/api/spec/openapi.yaml", text: "openapi: 3.1.1\n…" }`. A uri is an absolute path or a URL. */
export type Source = { uri: string; text: string };

/**
 * A whole API description in one tree, whatever it was read from.
 *
 * - Files are joined: what another file held stands under `components` (or where it was referenced, for path items),
 *   and every `$ref` is a local pointer, `#/components/schemas/Pet`, that resolves.
 * - Schemas mean what JSON Schema 2020-12 says: 3.0's `nullable`, boolean `exclusiveMinimum` and ignored `$ref`
 *   siblings, and all of Swagger 2.0, are rewritten. Nothing behind load/ asks for the version.
 * - A `$dynamicRef` is a `$ref`, or, where it can lead to several schemas, `x-specwright-dynamic: { anchor: node, target: "#/…" }`; and
 *   schemas at which a resource with such an anchor can be entered say so: `x-specwright-scope: { node: "#/…" }`.
 * - `$ref`s inside examples and `x-` extensions are left as they are: they are somebody's data.
 */
export type Document = {
  /** The uri of the file that was asked for. */
  uri: string;
  /** `{ "openapi": "3.1.1", "info": {…}, "paths": {…}, "components": {…} }` */
  root: JsonObject;
  /** Every file that was read, by uri. */
  sources: ReadonlyMap<string, Source>;
  /** Where a place of `root` stands in what was read: `/components/schemas/Pet` may be `schemas/pet.yaml` + ``. */
  at(pointer: string): Location;
};

/** What loading gives: a document, unless it could not be understood at all, and everything there is to say about it. */
export type Loaded = { document?: Document; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };
