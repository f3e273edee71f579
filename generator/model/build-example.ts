import type { Example } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

/** The examples of a parameter, a header or a media type: its `example` first, with the name "", then its `examples`. */
export function buildExamples(cursor: Cursor): Example[] {
  const bare = cursor.box("example");
  const named = cursor.entries("examples").flatMap(({ name, cursor: entry }) => buildExample(entry, name) ?? []);
  return bare === undefined ? named : [{ at: cursor.at("example"), name: "", value: bare, doc: {} }, ...named];
}

/** An example under the name it has where it stands (OAS "Example Object"). */
export function buildExample(cursor: Cursor, name: string): Example | undefined {
  const example = shared(cursor, cursor.reader.shelves.examples, readExample);
  return example && { ...example, name };
}

function readExample(cursor: Cursor): Example {
  const example: Example = {
    at: cursor.pointer,
    name: "",
    doc: cursor.doc(),
    value: cursor.box("value") ?? cursor.box("dataValue"),
    serialized: cursor.text("serializedValue"),
    externalValue: cursor.text("externalValue"),
  };
  cursor.extensions();
  return present(example);
}
