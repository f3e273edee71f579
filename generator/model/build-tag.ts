import type { Tag } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";

/** A tag (OAS "Tag Object"); none where it has no name. */
export function buildTag(cursor: Cursor): Tag | undefined {
  const name = cursor.text("name");
  if (name === undefined) {
    cursor.reader.ignored(cursor.pointer, "A tag without a name; it is left out.");
    return undefined;
  }
  const tag: Tag = { name, parent: cursor.text("parent"), kind: cursor.text("kind"), doc: cursor.doc(), extensions: cursor.extensions() };
  return present(tag);
}
