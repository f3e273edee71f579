import { type Answer, json } from "../warehouse/exchange.ts";
import type { Call } from "./call.ts";
import type { Kept } from "./ledger.ts";
import { inPath, listIn, numberIn, query, textIn } from "./parameters.ts";
import { trips } from "./seed.ts";

/** `GET /trips` */
export function searchTrips(call: Call): Answer {
  const words = textIn(call, "q");
  const destination = query(call, "destination");
  const most = numberIn(call, "max_price", Infinity);
  const [after = "", before = "9999-12-31"] = [textIn(call, "departs_after"), textIn(call, "departs_before")];
  const sort = textIn(call, "sort") ?? "departs_on";
  const [offset, limit] = [numberIn(call, "offset", 0), numberIn(call, "limit", 20)];
  const wanted = trips.filter((trip) =>
    (words === undefined || String(trip["title"]).toLowerCase().includes(words.toLowerCase()))
    && (destination === undefined || trip["destination"] === destination)
    && Number(trip["price"]) <= most
    && String(trip["departsOn"]) >= after && String(trip["departsOn"]) <= before);
  const sorted = wanted.toSorted((one, other) => compared(one, other, sort));
  return json(200, { trips: sorted.slice(offset, offset + limit), total: sorted.length, offset, limit, q: words ?? null }, { "x-ratelimit-remaining": "100" });
}

function compared(one: Kept, other: Kept, sort: string): number {
  const order = sort.endsWith("price") ? Number(one["price"]) - Number(other["price"]) : String(one["departsOn"]).localeCompare(String(other["departsOn"]), "en");
  return sort.startsWith("-") ? -order : order;
}

const worth: Readonly<Record<string, number>> = { EUR: 1, USD: 1.1, CHF: 0.95, JPY: 160 };

/** `GET /rates/{base}` */
export function getRates(call: Call): Answer {
  const base = inPath(call, 0, "base");
  const amount = numberIn(call, "amount", 1);
  const on = textIn(call, "on") ?? "2026-03-01";
  const symbols = listIn(call, "symbols") ?? Object.keys(worth).filter((symbol) => symbol !== base);
  // The smallest amounts there are would come to nothing.
  const rates = Object.fromEntries(symbols.map((symbol) => [symbol, Math.max(Number.MIN_VALUE, (amount * (worth[symbol] ?? 1)) / (worth[base] ?? 1))]));
  return json(200, { base, amount, on, rates }, { "cache-control": "public, max-age=3600" });
}
