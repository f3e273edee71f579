import { escapePointer, isObject } from "../json.ts";
import type { NamedSchema } from "./api.ts";
import { buildSchema } from "./build-schema.ts";
import { Cursor } from "./cursor.ts";
import { inDocumentOrder } from "./document-order.ts";
import type { Reader } from "./reader.ts";
import type { SchemaId } from "./schema.ts";

/**
 * Every schema that has a name: the components, then whatever else a `$ref` points to. To be called when everything else
 * is built, since building is what finds the `$ref`s; those in the schemas built here are found on the way.
 */
export function buildNamedSchemas(root: Cursor): NamedSchema[] {
  const { reader } = root;
  const schemas = componentsOf(root)?.part("schemas");
  const components = Object.entries(schemas?.value ?? {}).map(([component, value]): NamedSchema => {
    const id = `/components/schemas/${escapePointer(component)}`;
    return { id, component, schema: buildSchema(value, id, reader) };
  });
  return [...components, ...buildOthers(new Set(components.map(({ id }) => id)), reader)];
}

/** Read without a word: that `components` is no object has been said where its other sections were built. */
function componentsOf({ reader }: Cursor): Cursor | undefined {
  const components = reader.resolve("/components");
  return isObject(components) ? new Cursor(components, "/components", reader) : undefined;
}

function buildOthers(components: ReadonlySet<SchemaId>, reader: Reader): NamedSchema[] {
  const others = new Map<SchemaId, NamedSchema>();
  // The set grows while it is walked.
  for (const id of reader.referenced) {
    if (components.has(id)) continue;
    const value = reader.resolve(id);
    if (value === undefined) reader.ignored(id, `No schema stands at ${id}; a $ref to it accepts everything.`);
    others.set(id, { id, schema: value === undefined ? { at: id, boolean: true } : buildSchema(value, id, reader) });
  }
  return inDocumentOrder(others.keys(), reader.root).flatMap((id) => others.get(id) ?? []);
}
