import type { Link } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

/** A link under its name (OAS "Link Object"). */
export function buildLink(cursor: Cursor, name: string): Link | undefined {
  const link = shared(cursor, cursor.reader.shelves.links, readLink);
  return link && { ...link, name };
}

function readLink(cursor: Cursor): Link {
  const parameters = cursor.object("parameters");
  const link: Link = {
    at: cursor.pointer,
    name: "",
    parameters: Object.entries(parameters?.value ?? {}).map(([name, value]) => ({ name, value })),
    doc: cursor.doc(),
    operationId: cursor.text("operationId"),
    operationRef: cursor.text("operationRef"),
    requestBody: cursor.box("requestBody"),
  };
  cursor.extensions();
  return present(link);
}
