import type { Part } from "./operation.js";
import { parseItem } from "./parse-item.js";
import { pieces, textOf } from "./pieces.js";

/** One event of a stream (HTML Standard §9.2). `id` holds for the events after it, until another comes. */
export type ServerSentEvent<Data = string> = {
  readonly data: Data;
  readonly event?: string;
  readonly id?: string;
  /** How many milliseconds to wait before connecting again. */
  readonly retry?: number;
};

/**
 * A body of this media type is an `AsyncIterable` of its events, and the request ends when one stops iterating.
 * With `json`, the data of each event is JSON.
 */
export function events(mediaType = "text/event-stream", { json = false } = {}): Part {
  return (draft) => {
    draft.readers[mediaType] = (response) => read(response, json ? (data) => parseItem(draft, response, data) : (data) => data);
  };
}

/** HTML Standard §9.2.6. An event that the end of the stream cuts off is none. */
async function* read(response: Response, parse: (data: string) => unknown): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  let data: string[] = [];
  let event: string | undefined;
  let rest: { id?: string; retry?: number } = {};
  for await (const line of pieces(newlines(textOf(response)), "\n")) {
    const [, field, value = ""] = /^(.*?)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) rest.id = value;
    else if (field === "retry" && /^\d+$/.test(value)) rest.retry = Number(value);
    if (line) continue;
    if (data.length) {
      yield { data: parse(data.join("\n")), ...(event && { event }), ...rest };
      rest = {};
    }
    data = [];
    event = undefined;
  }
}

/** CR and CRLF as LF, also where a CRLF comes in two parts. A CR is not kept waiting for what may follow it. */
async function* newlines(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let afterReturn = false;
  for await (const text of texts) {
    if (!text) continue;
    yield text.slice(afterReturn && text.startsWith("\n") ? 1 : 0).replace(/\r\n?/g, "\n");
    afterReturn = text.endsWith("\r");
  }
}
