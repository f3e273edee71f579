import type { Kept } from "./ledger.ts";

const names = ["City break", "Beach", "Alps by train", "Long trip", "Honeymoon", "Trip to the coast", "Museum tour", "Hiking"];

/** Bookings of before: several have the same name, and their times are in no order. */
export const bookingsAtFirst: readonly Kept[] = Array.from({ length: 23 }, (_, index): Kept => ({
  id: `bkg_${(index + 1).toString(36)}`,
  name: names[(index * 3) % names.length] ?? "Trip",
  email: `guest${index}@example.com`,
  travelDate: day(2026, 100 + index * 9),
  notes: index % 3 === 0 ? null : "A window, please",
  items: [index % 2 === 0 ? { type: "flight", flight_no: `LX${10 + index}`, seats: 1 + (index % 4) } : { type: "hotel", nights: 1 + index, board: index % 4 === 1 ? null : "half" }],
  tags: index % 2 === 0 ? ["vip"] : [],
  metadata: { source: "web" },
  status: ["draft", "confirmed", "cancelled"][index % 3] ?? "draft",
  created_at: new Date(Date.UTC(2026, 0, 1 + ((index * 11) % 23), index, 30)).toISOString(),
  updated_at: index % 4 === 0 ? null : "2026-02-01T10:00:00Z",
  cancelled_at: index % 3 === 2 ? "2026-02-01T10:00:00Z" : null,
  version: 1,
  agent: `agt_${1 + (index % 2)}`,
}));

/** Customers of before, the newest first. */
export const customersAtFirst: readonly Kept[] = Array.from({ length: 14 }, (_, index): Kept => ({
  id: ["cus_1a", "cus_2b"][index] ?? `cus_${(index * 37 + 400).toString(36)}`,
  object: "customer",
  name: `Customer ${index}`,
  email: `customer${index}@example.com`,
  created: 1_760_000_000 - index * 86_400,
  balance: index * 10 - 50,
  newsletter: index % 2 === 0,
  ...(index % 3 === 0 && { address: { line1: `${index} Main St.`, country: "CH" } }),
  ...(index % 4 === 0 && { tags: ["vip"] }),
}));

/** Documents of before. */
export const documentsAtFirst: readonly Kept[] = Array.from({ length: 8 }, (_, index): Kept => ({
  id: `doc_${index + 1}`,
  title: `Document ${index + 1}`,
  kind: ["passport", "visa", "ticket", "other"][index % 4] ?? "other",
  pages: index + 1,
  labels: index % 2 === 0 ? ["scan"] : [],
  sizeBytes: `%PDF-1.4\n% doc_${index + 1}\n%%EOF\n`.length,
  uploadedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
}));

/** Trips that can be booked. */
export const trips: readonly Kept[] = Array.from({ length: 27 }, (_, index): Kept => ({
  id: `5f0c1b2a-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
  title: `${["City", "Alps", "Coast", "Island"][index % 4] ?? "City"} + more ${index}`,
  destination: ["city", "alps", "coast", "islands"][index % 4] ?? "city",
  departsOn: day(2028, 31 + ((index * 10) % 27) * 4),
  price: 99.5 + ((index * 13) % 27) * 40,
  currency: ["EUR", "CHF"][index % 2] ?? "EUR",
  seatsLeft: index % 5 === 0 ? null : index,
  operator: { name: `Operator ${index % 3}`, homepage: index % 2 === 0 ? "https://operator.example.com/" : null, rating: index % 3 === 0 ? null : 4.5 },
  ...(index % 3 === 0 && { photos: ["https://img.example.com/a.jpg"] }),
}));

function day(year: number, count: number): string {
  return new Date(Date.UTC(year, 0, count)).toISOString().slice(0, 10);
}
