import { isJsonType } from "../content-text.js";
import { readJson } from "./read-json.js";
import type { ShapeReader } from "./shape-reader.js";
import { below, Unreadable } from "./unreadable.js";

/** Gives the value of a property of a form that is written in no style: each item of a list has been sent as one of its own. */
export function readProperty<Sent>(shape: ShapeReader, sent: readonly Sent[], readOne: (shape: ShapeReader, one: Sent) => unknown): unknown {
  const [first, ...others] = sent;
  if (first === undefined) return undefined;
  if (!shape.items || (shape.scalar && others.length === 0)) {
    return others.length > 0 ? new Unreadable("style", "must be given once") : readOne(shape, first);
  }
  const list: unknown[] = [];
  for (const one of sent) {
    const value = readOne(shape.items, one);
    if (value instanceof Unreadable) return below(list.length, value);
    list.push(value);
  }
  return list;
}

/**
 * What a text in a form means: JSON where it is of that media type, and objects and lists are JSON without being told to (OAS "Encoding
 * Object"); else a scalar. A text that can be both and looks like JSON is JSON, if it is.
 */
export function readFormText(shape: ShapeReader, text: string, contentType: string, attempt: number): unknown {
  const { scalar, expected, items, members } = shape;
  if (isJsonType(contentType) || !scalar) return readJson(text);
  if ((members && text.startsWith("{")) || (items && text.startsWith("["))) {
    const value = readJson(text);
    if (!(value instanceof Unreadable)) return value;
  }
  return scalar(text, attempt) ?? new Unreadable("type", `must be ${expected}`);
}
