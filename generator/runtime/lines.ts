import type { Draft } from "./draft.js";
import type { Part } from "./operation.js";
import { parseItem } from "./parse-item.js";
import { pieces, textOf } from "./pieces.js";

/**
 * Bodies of these media types are an `AsyncIterable` of JSON values, and the request ends when one stops iterating. A value
 * stands on a line of its own, or in a JSON text sequence (RFC 7464) behind a record separator.
 */
export function lines(...mediaTypes: string[]): Part {
  return (draft) => {
    for (const mediaType of mediaTypes) draft.readers[mediaType] = (response) => read(draft, response, mediaType.endsWith("seq") ? "\x1e" : "\n");
  };
}

async function* read(draft: Draft, response: Response, separator: string): AsyncGenerator<unknown, void, undefined> {
  for await (const text of pieces(textOf(response), separator)) {
    if (text.trim()) yield parseItem(draft, response, text);
  }
}
