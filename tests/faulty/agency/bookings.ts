import { isObject, type JsonObject } from "../../../generator/json.ts";
import { type Answer, json } from "../warehouse/exchange.ts";
import { objectIn } from "./bodies.ts";
import type { Call } from "./call.ts";
import { momentOf } from "./formats.ts";
import type { Kept } from "./ledger.ts";
import { header, inPath, listIn, numberIn, query, textIn } from "./parameters.ts";
import { Refusal } from "./refusal.ts";

const written = ["name", "email", "travelDate", "notes", "reference", "items", "tags", "metadata"];
const shown = ["id", "name", "status", "travelDate", "created_at", "updated_at", "agent"];

/** `GET /bookings` */
export function listBookings(call: Call): Answer {
  const page = numberIn(call, "page", 1);
  const size = numberIn(call, "per_page", 10);
  const sort = listIn(call, "sort") ?? [];
  const status = query(call, "filter[status]");
  const [after, before] = [textIn(call, "created_after"), textIn(call, "created_before")];
  const words = textIn(call, "q")?.toLowerCase();
  const fields = listIn(call, "fields");
  const isExpanded = listIn(call, "expand[]")?.includes("agent") === true;
  const wanted = call.ledger.bookings().filter((booking) =>
    (status === undefined || booking["status"] === status)
    && (after === undefined || momentOf(String(booking["created_at"])) >= momentOf(after))
    && (before === undefined || momentOf(String(booking["created_at"])) <= momentOf(before))
    && (words === undefined || String(booking["name"]).toLowerCase().includes(words)));
  const sorted = [...wanted].sort((one, other) => sort.map((key) => compared(one, other, key)).find((order) => order !== 0) ?? 0);
  const rows = sorted.slice((page - 1) * size, page * size).map((booking) => only(expanded(booking, isExpanded), fields === undefined ? shown : ["id", ...fields]));
  return json(200, { data: rows, meta: { page, per_page: size, total: sorted.length } }, { "x-ratelimit-remaining": "4999" });
}

/** By code units; the time of all bookings is in UTC, and sorts as a text. */
function compared(one: Kept, other: Kept, key: string): number {
  const name = key.replace(/^-/, "");
  const [left, right] = [String(one[name]), String(other[name])];
  return (left < right ? -1 : left > right ? 1 : 0) * (key.startsWith("-") ? -1 : 1);
}

function only(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}

function expanded(booking: Kept, isExpanded: boolean): Kept {
  return isExpanded ? { ...booking, agent: { id: booking["agent"] ?? "", full_name: booking["agent"] === "agt_1" ? "Grace Hopper" : "Alan Turing" } } : booking;
}

/** `POST /bookings` */
export function createBooking(call: Call): Answer {
  const key = header(call, "Idempotency-Key");
  const value = objectIn(call, 415);
  const body = call.asked.body.toString("utf8");
  const reply = key === undefined ? undefined : call.ledger.replies.get(key);
  if (reply !== undefined && reply.body !== body) throw new Refusal(409, "The key was used for another request");
  if (reply !== undefined) return reply.answer;
  const { ledger } = call;
  const time = timeOf(ledger.now());
  const booking = ledger.keepBooking({ ...only(value, written), id: ledger.nextId("bkg"), status: "draft", created_at: time, updated_at: null, cancelled_at: null, version: 1, agent: "agt_1" });
  const answer = json(201, booking, { location: `/api/v1/bookings/${booking.id}`, etag: etagOf(booking) });
  if (key !== undefined) ledger.replies.set(key, { body, answer });
  return answer;
}

/** `GET /bookings/{booking_id}` */
export function getBooking(call: Call): Answer {
  const booking = foundBooking(call);
  const isExpanded = listIn(call, "expand[]")?.includes("agent") === true;
  const etag = etagOf(booking);
  const known = tagsOf(call.asked.headers.get("if-none-match"))?.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
  return known === true ? { status: 304, headers: { etag } } : json(200, expanded(booking, isExpanded), { etag });
}

/** `PATCH /bookings/{booking_id}` */
export function updateBooking(call: Call): Answer {
  const booking = foundBooking(call);
  const change = only(objectIn(call, 415), ["name", "travelDate", "notes", "tags"]);
  const tags = tagsOf(header(call, "If-Match"));
  if (tags?.some((tag) => tag === "*" || tag === etagOf(booking)) === false) throw new Refusal(412, "It is not as you know it");
  const changed = call.ledger.keepBooking({ ...booking, ...change, updated_at: timeOf(call.ledger.now()), version: Number(booking["version"]) + 1 });
  return json(200, changed, { etag: etagOf(changed) });
}

/** `DELETE /bookings/{booking_id}` */
export function deleteBooking(call: Call): Answer {
  call.ledger.removeBooking(foundBooking(call).id);
  return { status: 204, headers: {} };
}

/** `POST /bookings/{booking_id}/cancel` */
export function cancelBooking(call: Call): Answer {
  const booking = foundBooking(call);
  if (booking["status"] === "cancelled") throw new Refusal(409, "It is cancelled already");
  const time = timeOf(call.ledger.now());
  return json(200, call.ledger.keepBooking({ ...booking, status: "cancelled", cancelled_at: time, updated_at: time, version: Number(booking["version"]) + 1 }));
}

/** The booking of a path, else a 404. */
export function foundBooking(call: Call): Kept {
  const booking = call.ledger.booking(inPath(call, 0, "booking_id"));
  if (!isObject(booking)) throw new Refusal(404, "There is no such booking");
  return booking;
}

/** A time of ours: whole seconds, in UTC. */
export function timeOf(time: Date): string {
  return time.toISOString().replace(".000Z", "Z");
}

function etagOf({ id, version }: Kept): string {
  return `"${id}-${String(version)}"`;
}

function tagsOf(header: string | undefined): string[] | undefined {
  return header?.split(",").map((tag) => tag.trim());
}
