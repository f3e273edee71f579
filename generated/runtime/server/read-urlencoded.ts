import { claimsOf } from "./claims.js";
import type { ContentContract, Shape } from "./contract.js";
import { decodeForm } from "./decode-text.js";
import { formProperties, otherProperty, type FormProperty } from "./form-properties.js";
import { readFormText, readProperty } from "./read-property.js";
import type { RawPair } from "./read-values.js";
import { readingsOf, type Raws, type Reading } from "./readings.js";
import { scanPairs } from "./scan-pairs.js";
import { setMember } from "./set-member.js";
import { text, type ShapeReader } from "./shape-reader.js";
import { below, malformed, Unreadable } from "./unreadable.js";

/**
 * The ways to read a form, `application/x-www-form-urlencoded` (WHATWG URL §5.1, OAS "Encoding Object"): an object of its properties.
 * There are several where a text can mean several things; whoever checks the object knows which it is.
 */
export function urlencodedReadings(shape: Shape, encoding?: ContentContract<unknown>["encoding"]): ((text: string) => unknown)[] {
  const properties = formProperties(shape, encoding);
  const other = otherProperty(shape);
  const claims = claimsOf(properties.map(fieldOf));
  const all = { ...claims, rest: claims.rest ?? properties.length };
  const readings = properties.map(propertyReadings);
  const attempts = Math.max(other.attempts, ...readings.map(({ length }) => length));
  return Array.from({ length: attempts }, (_, attempt) => (form: string) => {
    const { own, members, malformed: broken } = scanPairs(form, all);
    if (broken.length > 0) return malformed();
    const object: { [name: string]: unknown } = {};
    for (const [index, { name }] of properties.entries()) {
      const ways = readings[index] ?? [];
      const value = ways[Math.min(attempt, ways.length - 1)]?.(own[index], members[index]);
      if (value instanceof Unreadable) return below(name, value);
      if (value !== undefined) setMember(object, name, value);
    }
    return readOthers(object, members[properties.length] ?? [], other, attempt);
  });
}

/** One that is written in no style has its name for itself. */
function fieldOf({ style, shape, ...property }: FormProperty) {
  return { ...property, style: style ?? "form", shape: style ? shape : text };
}

function propertyReadings({ name, style, explode, shape, contentType }: FormProperty): Reading[] {
  if (style) return readingsOf(shape, { name, style, explode, decode: decodeForm }).map((reading) => given(reading));
  return Array.from({ length: shape.attempts }, (_, attempt) => given((own) => readTexts(shape, own, contentType, attempt)));
}

function given(reading: Reading): Reading {
  return (own, members) => (own === undefined && members === undefined ? undefined : reading(own, members));
}

function readTexts(shape: ShapeReader, own: Raws | undefined, contentType: string, attempt: number): unknown {
  return readProperty(shape, typeof own === "string" ? [own] : (own ?? []), (one, raw) => {
    const decoded = decodeForm(raw);
    return decoded === undefined ? malformed() : readFormText(one, decoded, contentType, attempt);
  });
}

function readOthers(object: { [name: string]: unknown }, pairs: readonly RawPair[], other: ShapeReader, attempt: number): unknown {
  const raws = new Map<string, string[]>();
  for (const [name, raw] of pairs) {
    const known = raws.get(name);
    if (known) known.push(raw);
    else raws.set(name, [raw]);
  }
  for (const [name, own] of raws) {
    const value = readTexts(other, own, "", attempt);
    if (value instanceof Unreadable) return below(name, value);
    setMember(object, name, value);
  }
  return object;
}
