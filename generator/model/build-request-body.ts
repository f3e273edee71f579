import type { RequestBody } from "./api.ts";
import { buildContent } from "./build-media-type.ts";
import type { Cursor } from "./cursor.ts";
import { shared } from "./shared.ts";

/** A request body (OAS "Request Body Object"). */
export function buildRequestBody(cursor: Cursor): RequestBody | undefined {
  return shared(cursor, cursor.reader.shelves.requestBodies, readRequestBody);
}

function readRequestBody(cursor: Cursor): RequestBody {
  return {
    at: cursor.pointer,
    required: cursor.flag("required") ?? false,
    content: buildContent(cursor),
    doc: cursor.doc(),
    extensions: cursor.extensions(),
  };
}
