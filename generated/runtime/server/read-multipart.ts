import { isJsonType } from "../content-text.js";
import { claimsOf } from "./claims.js";
import type { ContentContract, Shape } from "./contract.js";
import { asIs } from "./decode-text.js";
import { decodeUtf8 } from "./decode-utf8.js";
import { formProperties, otherProperty, type FormProperty } from "./form-properties.js";
import { multipartParts, type FormPart } from "./multipart-parts.js";
import { readFormText, readProperty } from "./read-property.js";
import { readingsOf } from "./readings.js";
import { nothingFound, take, type Found } from "./scan-pairs.js";
import { setMember } from "./set-member.js";
import type { ShapeReader } from "./shape-reader.js";
import { below, Unreadable } from "./unreadable.js";

/**
 * The ways to read a body of `multipart/form-data` (RFC 7578, OAS "Encoding Object"): an object of its parts by name; a list has a part
 * for each item. A part of a property that is binary is a `File`, or without a file name a `Blob`. Of any other property, one with a
 * file name or of a media type that is neither text nor JSON is the same, unless the schema lists the property and wants what it is:
 * JSON for an object or a list, text for a text.
 */
export function multipartReadings(shape: Shape, encoding?: ContentContract<unknown>["encoding"]): ((body: Uint8Array, contentType: string) => unknown)[] {
  const properties = formProperties(shape, encoding);
  const plain = new Map(properties.filter(({ style }) => !style).map((property) => [property.name, property]));
  const styled = styledReadings(properties);
  const other = otherProperty(shape);
  const attempts = Math.max(other.attempts, styled.attempts, ...properties.map((property) => property.shape.attempts));
  return Array.from({ length: attempts }, (_, attempt) => (body: Uint8Array, contentType: string) => {
    const parts = multipartParts(body, contentType);
    if (parts instanceof Unreadable) return parts;
    const { found, named } = styled.share(parts);
    const object = styled.read(found, attempt);
    if (object instanceof Unreadable) return object;
    for (const [name, own] of named) {
      const listed = plain.get(name);
      const value = readProperty(listed?.shape ?? other, own, (item, part) => readPart(item, part, { contentType: listed?.contentType, attempt }));
      if (value instanceof Unreadable) return below(name, value);
      setMember(object, name, value);
    }
    return object;
  });
}

/** `contentType` is that of the property's encoding; without one the schema does not list it. */
function readPart(shape: ShapeReader, part: FormPart, { contentType, attempt }: { contentType: string | undefined; attempt: number }): unknown {
  const { fileName, bytes, type } = part;
  const isWanted = shape.scalar ? contentType !== undefined && isText(part) : isJsonType(type);
  if (shape.binary || (isFile(part) && !isWanted)) {
    // Copies: the body's own buffer may be somebody else's as well.
    return fileName === undefined ? new Blob([new Uint8Array(bytes)], { type }) : new File([new Uint8Array(bytes)], fileName, { type });
  }
  const text = decodeUtf8(bytes);
  return text === undefined ? new Unreadable("encoding", "must be UTF-8") : readFormText(shape, text, type || (contentType ?? ""), attempt);
}

/** What a text can be sent as: with a file name it has to say so. */
function isText({ fileName, type }: FormPart): boolean {
  return fileName === undefined ? !/^(image|audio|video|font)\/|\/octet-stream/i.test(type) : /^(text\/|$)|[/+]xml/i.test(type);
}

function isFile({ fileName, type }: FormPart): boolean {
  return fileName !== undefined || (type !== "" && !/^text\//i.test(type) && !isJsonType(type));
}

/** Properties in a style are texts, as in a query but without percent-encoding; a file is one by itself, whatever the style. */
function styledReadings(properties: readonly FormProperty[]) {
  const fields = properties.flatMap(({ style, ...property }) => (style ? [{ ...property, style }] : []));
  const claims = claimsOf(fields);
  const readings = fields.map((field) => readingsOf(field.shape, { ...field, decode: asIs }));
  const share = (parts: readonly FormPart[]): { found: Found; named: Map<string, FormPart[]> } => {
    const found = nothingFound();
    const named = new Map<string, FormPart[]>();
    for (const part of parts) {
      const known = named.get(part.name);
      const text = isFile(part) ? undefined : decodeUtf8(part.bytes);
      if (text !== undefined && take(found, claims, part.name, part.name, text)) continue;
      if (known) known.push(part);
      else named.set(part.name, [part]);
    }
    return { found, named };
  };
  const read = ({ own, members }: Found, attempt: number): { [name: string]: unknown } | Unreadable => {
    const object: { [name: string]: unknown } = {};
    for (const [index, { name }] of fields.entries()) {
      if (own[index] === undefined && members[index] === undefined) continue;
      const ways = readings[index] ?? [];
      const value = ways[Math.min(attempt, ways.length - 1)]?.(own[index], members[index]);
      if (value instanceof Unreadable) return below(name, value);
      setMember(object, name, value);
    }
    return object;
  };
  return { attempts: Math.max(1, ...readings.map(({ length }) => length)), share, read };
}
