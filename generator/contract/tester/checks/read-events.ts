import { readJson } from "../../../runtime/server/read-json.ts";
import { Unreadable } from "../../../runtime/server/unreadable.ts";

type Event = { data: unknown; event?: string; id?: string; retry?: number };

/**
 * The events of a stream (HTML Standard §9.2.6), each as OAS has it described: an object of its fields. With `json`, the data is a JSON value.
 * In words, what is wrong where there is none. An event that the end of the stream cuts off is none.
 */
export function readEvents(text: string, { json }: { json: boolean }): readonly Event[] | string {
  const blocks = text.replace(/^\ufeff/, "").split(/\r\n\r\n|\n\n|\r\r/);
  const events: Event[] = [];
  for (const block of blocks.slice(0, -1)) {
    const read = readEvent(block.split(/\r\n|\n|\r/), json);
    if (typeof read === "string") return `has data that is no JSON in its event ${events.length}: ${read}`;
    if (read !== undefined) events.push(read);
  }
  if (events.length > 0 || !text.split(/\r\n|\n|\r/).some((line) => line !== "" && !known.test(line))) return events;
  return "has no event: its lines are none of event, data, id and retry";
}

const known = /^(?::|(?:event|data|id|retry)(?::|$))/;

/** `undefined` where there is no data, and so no event. */
function readEvent(lines: readonly string[], json: boolean): Event | string | undefined {
  const valuesOf = (name: string) => lines.flatMap((line) => (line === name ? [""] : line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, "")] : []));
  const data = valuesOf("data");
  if (data.length === 0) return undefined;
  const value = json ? readJson(data.join("\n")) : data.join("\n");
  if (value instanceof Unreadable) return value.message;
  const [event, id, retry] = [valuesOf("event").at(-1), valuesOf("id").at(-1), valuesOf("retry").at(-1)];
  return { data: value, ...(event !== undefined && { event }), ...(id !== undefined && { id }), ...(retry !== undefined && /^\d+$/.test(retry) && { retry: Number(retry) }) };
}
