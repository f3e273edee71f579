import type { JsonObject } from "../../../generator/json.ts";
import { type Answer, json } from "../warehouse/exchange.ts";
import { objectIn } from "./bodies.ts";
import { foundBooking, timeOf } from "./bookings.ts";
import type { Call } from "./call.ts";
import type { Kept } from "./ledger.ts";
import { inPath } from "./parameters.ts";
import { Refusal } from "./refusal.ts";

/** `POST /bookings/{booking_id}/passengers` */
export function addPassenger(call: Call): Answer {
  const { id: bookingId } = foundBooking(call);
  const passenger = call.ledger.keepPassenger(bookingId, { ...givenIn(call), id: call.ledger.nextId("pax"), booking_id: bookingId, created_at: timeOf(call.ledger.now()) });
  return json(201, passenger, { location: `/api/v1/bookings/${encodeURIComponent(bookingId)}/passengers/${passenger.id}` });
}

/** `GET /bookings/{booking_id}/passengers/{passenger_id}` */
export function getPassenger(call: Call): Answer {
  return json(200, found(call).passenger);
}

/** `PUT /bookings/{booking_id}/passengers/{passenger_id}` */
export function replacePassenger(call: Call): Answer {
  const { bookingId, passenger } = found(call);
  return json(200, call.ledger.keepPassenger(bookingId, { ...givenIn(call), id: passenger.id, booking_id: bookingId, created_at: passenger["created_at"] ?? null }));
}

/** `DELETE /bookings/{booking_id}/passengers/{passenger_id}` */
export function removePassenger(call: Call): Answer {
  const { bookingId, passenger } = found(call);
  call.ledger.removePassenger(bookingId, passenger.id);
  return { status: 204, headers: {} };
}

function found(call: Call): { readonly bookingId: string; readonly passenger: Kept } {
  const { id: bookingId } = foundBooking(call);
  const passenger = call.ledger.passenger(bookingId, inPath(call, 1, "passenger_id"));
  if (passenger === undefined) throw new Refusal(404, "There is no such passenger");
  return { bookingId, passenger };
}

/** What somebody may say of a passenger; all else, ids and times of theirs as well, is left out. */
function givenIn(call: Call): JsonObject {
  const known = ["first_name", "last_name", "birth_date", "kind", "passport", "luggage_kg", "wheelchair"];
  return { kind: "adult", ...Object.fromEntries(Object.entries(objectIn(call)).filter(([name]) => known.includes(name))) };
}
