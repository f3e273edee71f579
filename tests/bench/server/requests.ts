import { readFileSync } from "node:fs";
import { knownKey, type Line, type Order } from "./answers.ts";

/** A request, and the status that it gets. */
export type Exchange = { readonly request: string; readonly status: number };

/** The two routes: what is sent over and over, and what is sent once, to see that requests are validated. */
export const routes = {
  A: {
    title: "clear the API key cache (no body, answer of 120 B)",
    sent: { request: clearCache(""), status: 200 },
    invalid: { request: clearCache("?pretty=perhaps"), status: 400 },
  },
  B: {
    title: "place an order (1 path, 6 query and 4 header parameters, body of 1.1 kB, answer of 1.2 kB)",
    sent: { request: placeOrder({ quantity: 1 }), status: 201 },
    invalid: { request: placeOrder({ quantity: 0 }), status: 400 },
  },
} as const;

export type RouteName = keyof typeof routes;

function clearCache(query: string): string {
  return [
    `POST /_security/api_key/yVGMr3QByxdh1MSaicYx/_clear_cache${query} HTTP/1.1`, "Host: localhost", "Accept: application/json",
    `Authorization: ApiKey ${knownKey}`, "Content-Length: 0", "", "",
  ].join("\r\n");
}

function placeOrder(change: Partial<Line>): string {
  const order: Order = JSON.parse(readFileSync(new URL("./order.json", import.meta.url), "utf8"));
  const body = JSON.stringify({ ...order, lines: order.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)) });
  const query = "dry_run=false&currency=CHF&expand=customer,totals&priority=3&discount=2.5&tag=autumn&tag=caf%C3%A9";
  return [
    `POST /shops/winterthur/orders?${query} HTTP/1.1`, "Host: localhost", "Accept: application/json", "Content-Type: application/json",
    "X-Request-Id: 3f2b1a60-8a52-4d9e-9a0f-0c6c3f9d1e77", "X-Tenant: north-east", "X-Attempt: 2", "X-Dated: 2026-11-23",
    `Content-Length: ${Buffer.byteLength(body)}`, "", body,
  ].join("\r\n");
}
