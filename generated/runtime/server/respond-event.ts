import { stringifyJson } from "../json.js";
import { Unsendable } from "./unsendable.js";

/** `json`: the data of events is a value to programs, and JSON on the wire. `judge` gets the event as programs have it, with its fields as they are sent. */
export type EventWriting = { readonly json?: boolean | undefined; readonly judge: (event: unknown) => void };

/**
 * One event of a stream of events as text (HTML Standard §9.2.6): `{ event: "tick", data: { count: 1 } }` → `event: tick\ndata: …\n\n`.
 * Data that is no text is JSON, also where the document does not say so.
 */
export function eventText(item: unknown, { json = false, judge }: EventWriting): string {
  if (typeof item !== "object" || item === null) throw new Unsendable("an event must be an object");
  const event: { [field: string]: unknown } = {};
  const lines: string[] = [];
  for (const field of ["event", "id", "retry", "data"]) {
    const value: unknown = Reflect.get(item, field);
    if (value === undefined) continue;
    const sent = field === "data" && (json || typeof value !== "string") ? stringifyJson(value) : value;
    event[field] = field === "data" && json ? value : sent;
    const texts = String(sent).split(/\r\n|\r|\n/);
    if (field !== "data" && (texts.length > 1 || String(value).includes("\0"))) throw new Unsendable(`the field ${field} of an event must be one line`);
    lines.push(...texts.map((text) => `${field}: ${text}\n`));
  }
  judge(event);
  return `${lines.join("")}\n`;
}
