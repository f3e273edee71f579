import { isObject, type JsonObject } from "../../../../generator/json.ts";
import type { Kept, Ledger } from "../../agency/ledger.ts";
import type { Fault } from "../../fault.ts";
import { answers, changed, withHeader, withoutRequestHeader, reads } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Answer } from "../../warehouse/exchange.ts";
import { readsForm, readsObject, withData } from "./faults.ts";

const one = "/bookings/{booking_id}";
const passengers = `${one}/passengers`;
const passenger = `${passengers}/{passenger_id}`;
const bookings = ["POST /bookings", `GET ${one}`, `PATCH ${one}`, `DELETE ${one}`];
const all = ["POST /bookings", `POST ${passengers}`, `GET ${passenger}`, `PUT ${passenger}`, `DELETE ${passenger}`];
const customers = ["POST /customers", "GET /customers/{customer_id}"];
const session = ["POST /session", "GET /session", "DELETE /session"];
const created = ["not-created", "broken-echo"] as const;
const updated = ["not-updated", "broken-echo"] as const;

/** What shows only when one request follows another, or an answer is held against what was sent. */
export const stateful: readonly Mutant[] = [
  { name: "what is created is not kept", on: "POST /bookings", with: bookings, codes: ["not-created", "broken-link"], fault: { ledger: (ledger) => ({ ...ledger, keepBooking: (booking) => (booking["version"] === 1 ? booking : ledger.keepBooking(booking)) }) } },
  { name: "Location lacks the base path", on: "POST /bookings", with: bookings, codes: ["not-created", "broken-link"], fault: changed("POST /bookings 201", (answer) => ({ ...answer, headers: { ...answer.headers, location: (answer.headers["location"] ?? "").replace("/api/v1", "") } })) },
  { name: "Location leads to another customer", on: "POST /customers", with: customers, codes: ["not-created", "broken-link"], fault: withHeader("POST /customers 201", "location", "/api/v1/customers/cus_1a") },
  { name: "Location leads to where nothing is", on: "POST /exports", with: ["GET /exports/{export_id}"], codes: ["not-created", "broken-link"], fault: withHeader("POST /exports 202", "location", "/api/v1/exports/exp_0") },
  { name: "an export is of another format", on: "POST /exports", with: ["GET /exports/{export_id}"], codes: created, fault: { ledger: (ledger) => ({ ...ledger, exports: new JsonOnly(ledger.exports) }) } },
  { name: "what is created is not in the list", on: "POST /bookings", with: [...bookings, "GET /bookings"], codes: ["not-created"], fault: { ledger: (ledger) => ({ ...ledger, bookings: () => ledger.bookings().filter(({ id }) => id.length < 6) }) } },
  { name: "a new customer is not in the list", on: "POST /customers", with: [...customers, "GET /customers"], codes: ["not-created"], fault: unlisted() },
  { name: "what is uploaded is not in the list", on: "POST /documents", with: ["GET /documents", "GET /documents/{document_id}/content"], codes: ["not-created"], fault: { ledger: (ledger) => ({ ...ledger, documents: () => ledger.documents().filter(({ id }) => id.length < 6) }) } },
  { name: "what is uploaded cannot be downloaded", on: "POST /documents", with: ["GET /documents", "GET /documents/{document_id}/content"], codes: ["not-created", "broken-link"], fault: { ledger: (ledger) => ({ ...ledger, bytesOf: (id) => (id.length < 6 ? ledger.bytesOf(id) : undefined) }) } },
  { name: "what is deleted is kept", on: `DELETE ${one}`, with: bookings, codes: ["not-deleted"], fault: { ledger: (ledger) => ({ ...ledger, removeBooking: () => {} }) } },
  { name: "what is deleted stays in the list", on: `DELETE ${one}`, with: [...bookings, "GET /bookings"], codes: ["not-deleted"], fault: { ledger: ghostly } },
  { name: "what is deleted twice makes it fail", on: `DELETE ${one}`, with: bookings, codes: ["server-error"], fault: failsOnceGone() },
  { name: "a passenger who is removed is kept", on: `DELETE ${passenger}`, with: all, codes: ["not-deleted"], fault: { ledger: (ledger) => ({ ...ledger, removePassenger: () => {} }) } },
  { name: "a change without a note takes it off", on: `PATCH ${one}`, with: bookings, codes: updated, fault: readsObject(`PATCH ${one}`, (change) => (Object.keys(change).length === 0 ? change : { notes: null, ...change })) },
  { name: "a change without tags takes them off", on: `PATCH ${one}`, with: bookings, codes: updated, fault: readsObject(`PATCH ${one}`, (change) => (Object.keys(change).length === 0 ? change : { tags: [], ...change })) },
  { name: "a change changes nothing", on: `PATCH ${one}`, with: bookings, codes: updated, fault: changing((booking, before) => {
    const { name: _, travelDate: __, notes: ___, tags: ____, ...rest } = booking;
    return { ...rest, ...Object.fromEntries(Object.entries(before).filter(([name]) => ["name", "travelDate", "notes", "tags"].includes(name))) };
  }) },
  { name: "what is changed is told, and not kept", on: `PATCH ${one}`, with: bookings, codes: ["not-updated"], fault: { ledger: (ledger) => ({ ...ledger, keepBooking: (booking) => (Number(booking["version"]) > 1 && booking["cancelled_at"] === null ? booking : ledger.keepBooking(booking)) }) } },
  { name: "null does not take a note off", on: `PATCH ${one}`, with: bookings, codes: updated, fault: changing((booking, before) => (booking["notes"] === null ? { ...booking, notes: before["notes"] ?? null } : booking)) },
  { name: "a change changes the time of creation", on: `PATCH ${one}`, with: bookings, codes: updated, fault: changing((booking) => ({ ...booking, created_at: booking["updated_at"] ?? "" })) },
  { name: "what is replaced keeps what is not said", on: `PUT ${passenger}`, with: all, codes: ["not-updated"], fault: { ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, value) => ledger.keepPassenger(bookingId, { ...ledger.passenger(bookingId, value.id), ...value }) }) } },
  { name: "what is replaced gets another id", on: `PUT ${passenger}`, with: all, codes: [...updated, "not-created"], fault: { ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, value) => ledger.keepPassenger(bookingId, ledger.passenger(bookingId, value.id) === undefined ? value : { ...value, id: ledger.nextId("pax") }) }) } },
  { name: "a passenger is found under any booking", on: `GET ${passenger}`, with: [...all, `GET ${one}`], codes: ["broken-link", "broken-echo", "not-deleted"], fault: { ledger: everywhere } },
  { name: "a booking can be cancelled twice", on: `POST ${one}/cancel`, with: ["POST /bookings", `GET ${one}`], codes: ["invalid-request-accepted", "broken-rule", "not-updated"], fault: cancelling() },
  { name: "what is cancelled is shown as before", on: `POST ${one}/cancel`, with: ["POST /bookings", `GET ${one}`], codes: ["not-updated"], fault: { ledger: (ledger) => ({ ...ledger, keepBooking: (booking) => (booking["status"] === "cancelled" ? booking : ledger.keepBooking(booking)) }) } },
  { name: "a tag that is out of date is accepted", on: `PATCH ${one}`, with: bookings, codes: ["protocol-violation", "not-updated", "invalid-request-accepted"], fault: reads(`PATCH ${one}`, withoutRequestHeader("if-match")) },
  { name: "the tag that it has is refused", on: `PATCH ${one}`, with: bookings, codes: ["protocol-violation", "valid-request-refused"], fault: reads(`PATCH ${one}`, (asked) => ({ ...asked, headers: new Map([...asked.headers].map(([name, text]) => [name, name === "if-match" ? text.replaceAll('"', "") : text])) })) },
  { name: "the same key creates two", on: "POST /bookings", with: bookings, codes: ["not-repeatable", "protocol-violation", "not-created"], fault: { ledger: (ledger) => ({ ...ledger, replies: new Keyless() }) } },
  { name: "of several customers, the first one is kept", on: "POST /customers/batch", with: customers, codes: created, fault: onlyFirst() },
  { name: "several customers come back in another order", on: "POST /customers/batch", codes: created, fault: withData("POST /customers/batch 201", (rows) => rows.toReversed()) },
  { name: "the balances of several are lost", on: "POST /customers/batch", codes: created, fault: withData("POST /customers/batch 201", (rows) => rows.map((row) => (isObject(row) ? Object.fromEntries(Object.entries(row).filter(([name]) => name !== "balance")) : row))) },
  { name: "metadata are not kept", on: "POST /bookings", with: bookings, codes: created, fault: adding(({ metadata: _, ...value }) => value) },
  { name: "the second item is lost", on: "POST /bookings", with: bookings, codes: created, fault: adding((value) => ({ ...value, items: Array.isArray(value["items"]) ? value["items"].slice(0, 1) : [] })) },
  { name: "the day is one earlier", on: "POST /bookings", with: bookings, codes: created, fault: adding((value) => ({ ...value, travelDate: dayBefore(String(value["travelDate"])) })) },
  { name: "a reference is in capitals", on: "POST /bookings", with: bookings, codes: created, fault: adding((value) => (typeof value["reference"] === "string" ? { ...value, reference: value["reference"].toUpperCase() } : value)) },
  { name: "no note is an empty one", on: "POST /bookings", with: bookings, codes: created, fault: adding((value) => (value["notes"] === null ? { ...value, notes: "" } : value)) },
  { name: "names are cut", on: "POST /customers", with: customers, codes: created, fault: { ledger: (ledger) => ({ ...ledger, addCustomer: (customer) => ledger.addCustomer({ ...customer, name: [...String(customer["name"])].slice(0, 20).join("") }) }) } },
  { name: "a plus stays in a form", on: "POST /customers", with: customers, codes: created, fault: readsForm("POST /customers", (form) => form.has("name") && form.set("name", (form.get("name") ?? "").replaceAll(" ", "+"))) },
  { name: "what is not ASCII is lost", on: `POST ${passengers}`, with: all, codes: created, fault: { ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, value) => ledger.keepPassenger(bookingId, { ...value, first_name: String(value["first_name"]).replace(/[^\x00-\x7f]/gu, "?") }) }) } },
  { name: "a passport of nothing is one of zeros", on: `POST ${passengers}`, with: all, codes: created, fault: { ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, value) => ledger.keepPassenger(bookingId, value["passport"] === null ? { ...value, passport: "000000" } : value) }) } },
  { name: "who is not said to be is a child", on: `POST ${passengers}`, with: all, codes: created, fault: readsObject(`POST ${passengers}`, (value) => ({ kind: "child", ...value })) },
  { name: "luggage is whole kilograms", on: `POST ${passengers}`, with: all, codes: created, fault: { ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, value) => ledger.keepPassenger(bookingId, typeof value["luggage_kg"] === "number" ? { ...value, luggage_kg: Math.floor(value["luggage_kg"]) } : value) }) } },
  { name: "titles are in small letters", on: "POST /documents", codes: created, fault: { ledger: (ledger) => ({ ...ledger, addDocument: (document, bytes) => ledger.addDocument({ ...document, title: String(document["title"]).toLowerCase() }, bytes) }) } },
  { name: "a session goes on after its end", on: "DELETE /session", with: session, codes: ["not-deleted", "credentials-ignored"], fault: { ledger: (ledger) => ({ ...ledger, sessions: new Endless(ledger.sessions) }) } },
  { name: "a session of a log-in is not known", on: "POST /session", with: session, codes: ["not-created", "credentials-refused", "broken-link"], fault: { ledger: (ledger) => ({ ...ledger, sessions: new Forgetful(ledger.sessions) }) } },
];

/** What is created is created otherwise. */
function adding(change: (value: Kept) => JsonObject): Fault {
  return { ledger: (ledger) => ({ ...ledger, keepBooking: (booking) => ledger.keepBooking(booking["version"] === 1 ? { ...change(booking), id: booking.id } : booking) }) };
}

/** What is changed and not cancelled is kept otherwise. */
function changing(change: (booking: Kept, before: Kept) => JsonObject): Fault {
  return { ledger: (ledger) => ({ ...ledger, keepBooking: (booking) => {
    const before = ledger.booking(booking.id);
    return ledger.keepBooking(before === undefined || booking["status"] !== before["status"] ? booking : { ...change(booking, before), id: booking.id });
  } }) };
}

/** What is gone is still listed. */
function ghostly(ledger: Ledger): Ledger {
  const gone: Kept[] = [];
  return { ...ledger, bookings: () => [...ledger.bookings(), ...gone], removeBooking: (id) => {
    const booking = ledger.booking(id);
    if (booking !== undefined) gone.push(booking);
    ledger.removeBooking(id);
  } };
}

function failsOnceGone(): Fault {
  const gone = new Set<string>();
  return {
    instead: (asked) => answers(500, `DELETE ${one}`, ({ path }) => gone.has(path)).instead?.(asked),
    answer: (answer, { method, path }) => {
      if (method === "DELETE" && answer.status === 204) gone.add(path);
      return answer;
    },
  };
}

/** A passenger is found by its own id alone. */
function everywhere(ledger: Ledger): Ledger {
  const homes = new Map([["pax_2", "bkg_1"]]);
  return { ...ledger, keepPassenger: (bookingId, value) => (homes.set(value.id, bookingId), ledger.keepPassenger(bookingId, value)), passenger: (_, id) => ledger.passenger(homes.get(id) ?? "", id) };
}

/** To whoever cancels it, a booking seems not to be cancelled. */
function cancelling(): Fault {
  let isCancelling = false;
  return {
    asked: (asked) => {
      isCancelling = asked.path.endsWith("/cancel");
      return asked;
    },
    ledger: (ledger) => ({ ...ledger, booking: (id) => {
      const booking = ledger.booking(id);
      return isCancelling && booking?.["status"] === "cancelled" ? { ...booking, status: "confirmed" } : booking;
    } }),
  };
}

/** Whoever asks for the list is shown what was there at first. */
function unlisted(): Fault {
  let isList = false;
  return {
    asked: (asked) => {
      isList = asked.path === "/customers" && asked.method !== "POST";
      return asked;
    },
    ledger: (ledger) => ({ ...ledger, customers: () => ledger.customers().filter(({ id }) => !isList || id.length < 8) }),
  };
}

/** Of those that one request brings, only the first is kept; all are told. */
function onlyFirst(): Fault {
  let count = 0;
  return {
    asked: (asked) => {
      count = 0;
      return asked;
    },
    ledger: (ledger) => ({ ...ledger, addCustomer: (customer) => (count++ === 0 ? ledger.addCustomer(customer) : customer) }),
  };
}

function dayBefore(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`) - 86_400_000;
  return time < Date.parse("0000-01-02T00:00:00Z") ? day : new Date(time).toISOString().slice(0, 10);
}

/** Exports that are told of as JSON whatever they are. */
class JsonOnly extends Map<string, Kept> {
  override get(id: string): Kept | undefined {
    const found = super.get(id);
    return found && { ...found, format: "json" };
  }
}

/** Answers that are not kept. */
class Keyless extends Map<string, { readonly body: string; readonly answer: Answer }> {
  override set(): this {
    return this;
  }
}

/** Sessions that do not end. */
class Endless extends Map<string, string> {
  override delete(): boolean {
    return true;
  }
}

/** Sessions of which only the first is kept. */
class Forgetful extends Map<string, string> {
  override set(id: string, user: string): this {
    return this.size === 0 ? super.set(id, user) : this;
  }
}
