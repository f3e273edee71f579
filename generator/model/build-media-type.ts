import type { Encoding, Header, MediaType } from "./api.ts";
import { buildExamples } from "./build-example.ts";
import { isStyle } from "./parameter-style.ts";
import { buildMemberSchema } from "./build-schema.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

// A media type has encodings, an encoding has headers, and a header can have a media type: hence one file.

/** The members of a `content` map. */
export function buildContent(cursor: Cursor): MediaType[] {
  return cursor.parts("content").flatMap(({ name, cursor: entry }) => buildMediaType(entry, name) ?? []);
}

/** A media type under its name: `application/json` (OAS "Media Type Object"). */
export function buildMediaType(cursor: Cursor, name: string): MediaType | undefined {
  const mediaType = shared(cursor, cursor.reader.shelves.mediaTypes, readMediaType);
  return mediaType && { ...mediaType, name };
}

function readMediaType(cursor: Cursor): MediaType {
  const mediaType: MediaType = {
    at: cursor.pointer,
    name: "",
    schema: buildMemberSchema(cursor, "schema"),
    itemSchema: buildMemberSchema(cursor, "itemSchema"),
    examples: buildExamples(cursor),
    ...encodingsOf(cursor),
    extensions: cursor.extensions(),
  };
  return present(mediaType);
}

type Encodings = Pick<Encoding, "encoding" | "prefixEncoding" | "itemEncoding">;

function encodingsOf(cursor: Cursor): Encodings {
  const item = cursor.object("itemEncoding");
  const prefix = cursor.objects("prefixEncoding").flatMap((entry) => buildEncoding(entry) ?? []);
  return {
    encoding: cursor.entries("encoding").flatMap(({ name, cursor: entry }) => {
      const encoding = buildEncoding(entry);
      return encoding === undefined ? [] : [{ ...encoding, property: name }];
    }),
    prefixEncoding: prefix.length > 0 ? prefix : undefined,
    itemEncoding: item && buildEncoding(item),
  };
}

/** How a part of a form goes over the wire (OAS "Encoding Object"). */
function buildEncoding(cursor: Cursor): Encoding | undefined {
  return cursor.reader.shelves.encodings.get(cursor, readEncoding);
}

function readEncoding(cursor: Cursor): Encoding {
  const style = cursor.text("style");
  const known = style === undefined || isStyle(style) ? style : undefined;
  if (style !== known) cursor.reader.ignored(cursor.at("style"), `There is no style "${style}"; it is left out.`);
  const encoding: Encoding = {
    at: cursor.pointer,
    headers: buildHeaders(cursor),
    ...encodingsOf(cursor),
    contentType: cursor.text("contentType"),
    style: known,
    explode: cursor.flag("explode"),
    allowReserved: cursor.flag("allowReserved"),
  };
  cursor.extensions();
  return present(encoding);
}

/** The members of a `headers` map. */
export function buildHeaders(cursor: Cursor): Header[] {
  return cursor.parts("headers").flatMap(({ name, cursor: entry }) => buildHeader(entry, name) ?? []);
}

/** A header under its name (OAS "Header Object"). */
export function buildHeader(cursor: Cursor, name: string): Header | undefined {
  const header = shared(cursor, cursor.reader.shelves.headers, readHeader);
  return header && { ...header, name };
}

function readHeader(cursor: Cursor): Header {
  // `simple` is the only style that a header can have.
  cursor.text("style");
  const header: Header = {
    at: cursor.pointer,
    name: "",
    required: cursor.flag("required") ?? false,
    explode: cursor.flag("explode") ?? false,
    examples: buildExamples(cursor),
    schema: buildMemberSchema(cursor, "schema"),
    content: buildContent(cursor)[0],
    doc: cursor.doc(),
    extensions: cursor.extensions(),
  };
  return present(header);
}
