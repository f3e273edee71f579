import type { ClearApiKeyCacheResponse } from "../../../generated/types.ts";

export type Address = { street: string; city: string; zip: string; country: string };

export type Line = { sku: string; name: string; quantity: number; price: number; gift?: boolean; options?: string[] };

export type Order = {
  customer: { id: number; name: string; email: string; newsletter?: boolean; address: Address };
  lines: Line[];
  delivery: { method: string; address: Address; instructions?: string };
  note?: string | null;
  labels?: { [name: string]: string };
};

export type PlacedOrder = Order & { id: string; shop: string; status: "placed" | "tried"; total: number };

/** The key that all servers of route A let in. */
export const knownKey = "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==";

/** What all servers do on route A: as good as nothing. */
export function clearCache(ids: readonly string[]): ClearApiKeyCacheResponse {
  return { _nodes: { total: 1, successful: ids.length > 0 ? 1 : 0, failed: 0 }, cluster_name: "my-cluster", nodes: { FCbYqxXiSTaQrGqxmx1yGQ: { name: "node-1" } } };
}

/** What all servers do on route B: the order comes back, with a sum. */
export function placeOrder(order: Order, shop: string, dryRun: boolean): PlacedOrder {
  const total = order.lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return { id: `${shop}-1`, shop, status: dryRun ? "tried" : "placed", total, ...order };
}
