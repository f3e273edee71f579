import type { Json } from "../json.ts";
import { essenceOf } from "../model/media-kind.ts";
import type { Sampler } from "../model/sample/sampler.ts";
import type { MockedContent } from "./mocked-api.ts";

/** Where a body is from: Prism, an example of the document, or its schema. */
export type MockSource = "prism" | "example" | "schema";

export type BodyValue = { readonly value: Json | Uint8Array; readonly source: MockSource };

/** What is asked for: an example by its name, or values that vary. */
export type BodyWish = { readonly example?: string | undefined; readonly seed?: number | undefined };

/**
 * The body of a response without Prism: the example that was asked for, else the first that is valid, else one made from the schema.
 * `undefined`: the schema is one that no value was found for.
 */
export function bodyValue(content: MockedContent, sample: Sampler, { example, seed }: BodyWish): BodyValue | undefined {
  const named = exampleValues(content, example).find((value) => isValid(content, value));
  if (named !== undefined && (seed === undefined || example !== undefined)) return { value: named, source: "example" };
  const made = madeValue(content, sample, seed);
  return made === undefined ? undefined : { value: made, source: "schema" };
}

/** Whether a body is one that the document has: of a stream, whether each of its items is. */
export function isValid({ contract: { kind, check } }: MockedContent, value: Json): boolean {
  switch (kind) {
    case "json": return check?.is(value) !== false;
    case "text": return typeof value === "string" && check?.is(value) !== false;
    case "binary": return typeof value === "string";
    case "lines": case "events": return Array.isArray(value) && value.every((item) => check?.is(item) !== false);
    case "urlencoded": case "multipart": return typeof value === "object" && value !== null && !Array.isArray(value) && check?.is(value) !== false;
    default: return kind satisfies never;
  }
}

function exampleValues({ mediaType }: MockedContent, name: string | undefined): Json[] {
  return mediaType.examples.filter((example) => name === undefined || example.name === name).flatMap(({ value, serialized }) => {
    if (value !== undefined) return [value.value];
    return serialized === undefined ? [] : [serialized];
  });
}

function madeValue(content: MockedContent, sample: Sampler, seed: number | undefined): Json | Uint8Array | undefined {
  const { contract: { kind }, schema, mediaType } = content;
  const wish = seed === undefined ? {} : { seed };
  const make = (more: number) => (schema === undefined ? {} : sample(schema, { ...wish, ...(seed !== undefined && { seed: seed + more }) }));
  switch (kind) {
    case "json": case "urlencoded": case "multipart":
      return make(0);
    case "lines": case "events": {
      const items = [0, 1, 2].map(make).filter((item) => item !== undefined);
      return items.length === 0 ? undefined : items;
    }
    case "text": {
      const text = schema === undefined ? plainText(mediaType.name) : make(0);
      return typeof text === "object" ? JSON.stringify(text) : text === undefined ? undefined : String(text);
    }
    case "binary":
      return /^image\/(png|\*)$/.test(essenceOf(mediaType.name)) ? onePixel : plainText(mediaType.name);
    default:
      return kind satisfies never;
  }
}

function plainText(mediaType: string): string {
  if (/html/i.test(mediaType)) return "<!doctype html>\n<title>Sample</title>\n<p>A sample.\n";
  return /xml/i.test(mediaType) ? "<sample/>\n" : "sample\n";
}

/** A PNG of one transparent pixel. */
const onePixel = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="), (unit) => unit.charCodeAt(0));
