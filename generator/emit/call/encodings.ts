import type { Encoding, Header, MediaType } from "../../model/api.ts";
import { stringLiteral } from "../../print/literal.ts";
import { objectLiteral } from "./object-literal.ts";

/** `{ tags: { explode: false } }`: what a form is told of its properties; `undefined` where there is nothing to tell. */
export function encodingsOf({ encoding }: MediaType): { code: string } | undefined {
  // Parts have headers and parts of their own, text has not (OAS "Encoding Object": "shall be ignored").
  return coded({ encoding: encoding.map(({ prefixEncoding: _prefix, itemEncoding: _item, ...one }) => ({ ...one, headers: [], encoding: [] })) });
}

/**
 * `{ photo: { contentType: "image/png", headers: { "X-Kind": "photo" } } }`: the same of a multipart body. Parts without names (OAS
 * 3.2) go by their position, and `*` is all others.
 */
export function partEncodingsOf(mediaType: MediaType): { code: string } | undefined {
  return coded(mediaType);
}

function coded(encoded: Encoded): { code: string } | undefined {
  const code = encodingsCode(encoded);
  return code === undefined ? undefined : { code };
}

type Encoded = Pick<Encoding, "encoding" | "prefixEncoding" | "itemEncoding">;

function encodingsCode({ encoding, prefixEncoding = [], itemEncoding }: Encoded): string | undefined {
  const named = encoding.flatMap((one): [string, Encoding][] => (one.property === undefined ? [] : [[one.property, one]]));
  const placed = prefixEncoding.map((one, index): [string, Encoding] => [String(index), one]);
  const others: [string, Encoding][] = itemEncoding === undefined ? [] : [["*", itemEncoding]];
  const rows = [...named, ...placed, ...others].flatMap(([name, one]) => {
    const members = membersOf(one);
    return members.length === 0 ? [] : [[name, `{ ${members.join(", ")} }`] as const];
  });
  return rows.length === 0 ? undefined : objectLiteral(rows);
}

function membersOf({ contentType, style, explode, allowReserved, headers, ...inner }: Encoding): string[] {
  const own = headers.flatMap(headerMember);
  const nested = encodingsCode(inner);
  return [
    ...(contentType === undefined ? [] : [`contentType: ${stringLiteral(contentType)}`]),
    ...(style === undefined || !formStyles.has(style) ? [] : [`style: ${stringLiteral(style)}`]),
    ...(explode === undefined ? [] : [`explode: ${explode}`]),
    ...(allowReserved === true ? ["allowReserved: true"] : []),
    ...(own.length === 0 ? [] : [`headers: ${objectLiteral(own)}`]),
    ...(nested === undefined ? [] : [`encoding: ${nested}`]),
  ];
}

/** Those that a form can have (OAS "Encoding Object": "the same values as query parameters"). */
const formStyles: ReadonlySet<string> = new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]);

/** A header that the document says the value of; others are given with the part. `Content-Type` is none of them (OAS "Encoding Object"). */
function headerMember({ name, schema }: Header): [name: string, value: string][] {
  const value = schema?.const?.value ?? schema?.default?.value ?? (schema?.enum?.length === 1 ? schema.enum[0] : undefined);
  if (value === undefined || value === null || typeof value === "object" || name.toLowerCase() === "content-type") return [];
  return [[name, stringLiteral(String(value))]];
}
