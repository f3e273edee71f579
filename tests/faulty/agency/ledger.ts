import type { JsonObject } from "../../../generator/json.ts";
import type { Answer } from "../warehouse/exchange.ts";
import { knownSession } from "./credentials.ts";
import { bookingsAtFirst, customersAtFirst, documentsAtFirst } from "./seed.ts";

/** Something that is kept, as it is shown. */
export type Kept = JsonObject & { readonly id: string };

/** All that the agency remembers. What is changed is put back whole. */
export type Ledger = {
  readonly bookings: () => readonly Kept[];
  readonly booking: (id: string) => Kept | undefined;
  readonly keepBooking: (booking: Kept) => Kept;
  readonly removeBooking: (id: string) => void;
  readonly passenger: (bookingId: string, id: string) => Kept | undefined;
  readonly keepPassenger: (bookingId: string, passenger: Kept) => Kept;
  readonly removePassenger: (bookingId: string, id: string) => void;
  /** The newest first. */
  readonly customers: () => readonly Kept[];
  readonly addCustomer: (customer: Kept) => Kept;
  readonly documents: () => readonly Kept[];
  readonly bytesOf: (documentId: string) => Buffer | undefined;
  readonly addDocument: (document: Kept, bytes: Buffer) => Kept;
  readonly exports: Map<string, Kept>;
  readonly sessions: Map<string, string>;
  /** What was answered to a request with a key, so that it is answered again. */
  readonly replies: Map<string, { readonly body: string; readonly answer: Answer }>;
  /** An id that nobody can guess. */
  readonly nextId: (prefix: string) => string;
  /** The time, which goes on by a second whenever somebody looks. */
  readonly now: () => Date;
};

/** An agency that has been there for a while. */
export function createLedger(): Ledger {
  const bookings = new Map<string, Kept>(bookingsAtFirst.map((each) => [each.id, each]));
  const passengers = new Map<string, Kept>([["bkg_1 pax_2", { id: "pax_2", booking_id: "bkg_1", created_at: "2026-01-02T03:04:05Z", first_name: "Ada", last_name: "Lovelace", birth_date: "1980-02-29", kind: "adult", luggage_kg: 12.5, passport: null }]]);
  const customers = [...customersAtFirst];
  const documents = [...documentsAtFirst];
  const contents = new Map<string, Buffer>(documents.map(({ id }) => [id, Buffer.from(`%PDF-1.4\n% ${id}\n%%EOF\n`)]));
  let count = 0;
  let seconds = Date.UTC(2026, 2, 1) / 1000;
  return {
    bookings: () => [...bookings.values()],
    booking: (id) => bookings.get(id),
    keepBooking: (booking) => (bookings.set(booking.id, booking), booking),
    removeBooking: (id) => void bookings.delete(id),
    passenger: (bookingId, id) => passengers.get(`${bookingId} ${id}`),
    keepPassenger: (bookingId, passenger) => (passengers.set(`${bookingId} ${passenger.id}`, passenger), passenger),
    removePassenger: (bookingId, id) => void passengers.delete(`${bookingId} ${id}`),
    customers: () => customers,
    addCustomer: (customer) => (customers.unshift(customer), customer),
    documents: () => documents,
    bytesOf: (id) => contents.get(id),
    addDocument: (document, bytes) => (documents.push(document), contents.set(document.id, bytes), document),
    exports: new Map([["exp_1", { id: "exp_1", state: "done", scope: "mine", format: "csv", since: null, download_url: "https://agency.example.com/files/exp_1.csv" }]]),
    sessions: new Map([[knownSession, "ada@example.com"]]),
    replies: new Map(),
    nextId: (prefix) => `${prefix}_${((++count * 7919 + 104_729) % 1_679_616).toString(36)}`,
    now: () => new Date(++seconds * 1000),
  };
}
