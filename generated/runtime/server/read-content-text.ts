import type { ContentContract, Shape } from "./contract.js";
import { asIs, type Decode } from "./decode-text.js";
import { readJson } from "./read-json.js";
import { urlencodedReadings } from "./read-urlencoded.js";
import { readScalar } from "./read-values.js";
import type { Reading } from "./readings.js";
import { shapeReader } from "./shape-reader.js";
import { malformed, Unreadable } from "./unreadable.js";

/** The ways to read a parameter that is written in a media type (OAS `content`): JSON, a form, or a text that means what its shape says. */
export function contentReadings(content: ContentContract<unknown>, shape: Shape, decode: Decode): Reading[] {
  return textReadings(content, shape).map((read): Reading => (own) => {
    if (typeof own !== "string") return new Unreadable("style", "must be given once");
    const text = decode(own);
    return text === undefined ? malformed() : read(text);
  });
}

function textReadings({ kind, shape: ownShape, encoding }: ContentContract<unknown>, shape: Shape): ((text: string) => unknown)[] {
  if (kind === "json") return [(text) => readJson(text)];
  if (kind === "urlencoded") return urlencodedReadings(ownShape ?? shape, encoding);
  const reader = shapeReader(ownShape ?? shape);
  if (!reader.scalar) return [(text) => text];
  return Array.from({ length: reader.attempts }, (_, attempt) => (text: string) => readScalar(reader, text, asIs, attempt));
}
