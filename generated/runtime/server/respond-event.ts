import { stringifyJson } from "../json.js";
import { Unsendable } from "./unsendable.js";

/**
 * One event of a stream of events as text (HTML Standard §9.2.6): `{ event: "tick", data: { count: 1 } }` → `event: tick\ndata: …\n\n`.
 * Data that is no text is JSON. `judge` gets the event as it is sent (OAS 3.2 "Special Considerations for text/event-stream Content").
 */
export function eventText(item: unknown, judge: (event: unknown) => void): string {
  if (typeof item !== "object" || item === null) throw new Unsendable("an event must be an object");
  const event: { [field: string]: unknown } = {};
  const lines: string[] = [];
  for (const field of ["event", "id", "retry", "data"]) {
    const value: unknown = Reflect.get(item, field);
    if (value === undefined) continue;
    event[field] = field === "data" && typeof value !== "string" ? stringifyJson(value) : value;
    const texts = String(event[field]).split(/\r\n|\r|\n/);
    if (field !== "data" && (texts.length > 1 || String(value).includes("\0"))) throw new Unsendable(`the field ${field} of an event must be one line`);
    lines.push(...texts.map((text) => `${field}: ${text}\n`));
  }
  judge(event);
  return `${lines.join("")}\n`;
}
