import type { JsonObject } from "../../../generator/json.ts";

/** An item as it is kept. */
export type Item = { readonly id: string; readonly version: number; readonly value: JsonObject & { sku: string } };

/** All that the warehouse remembers. */
export type Store = {
  readonly items: () => readonly Item[];
  readonly item: (id: string) => Item | undefined;
  readonly withSku: (sku: string) => Item | undefined;
  readonly add: (value: JsonObject & { sku: string }) => Item;
  readonly replace: (id: string, value: JsonObject & { sku: string }) => Item;
  readonly remove: (id: string) => void;
  readonly orders: () => readonly JsonObject[];
  readonly order: (value: JsonObject) => JsonObject & { id: number };
};

/** A warehouse with a few items and orders in it. */
export function createStore(): Store {
  const items = new Map<string, Item>();
  const orders: JsonObject[] = [];
  let last = 0;
  const put = (id: string, version: number, value: JsonObject & { sku: string }): Item => {
    const kept: JsonObject & { sku: string } = { ...value, id, createdAt: items.get(id)?.value["createdAt"] ?? new Date(1.7e12 + last * 6e4).toISOString() };
    delete kept["supplierNote"];
    const item = { id, version, value: kept };
    items.set(id, item);
    return item;
  };
  const store: Store = {
    items: () => [...items.values()],
    item: (id) => items.get(id.toLowerCase()),
    withSku: (sku) => [...items.values()].find(({ value }) => value.sku === sku),
    add: (value) => put(`00000000-0000-4000-8000-${(++last).toString(16).padStart(12, "0")}`, 1, value),
    replace: (id, value) => put(id, (items.get(id)?.version ?? 0) + 1, value),
    remove: (id) => void items.delete(id.toLowerCase()),
    orders: () => orders,
    order: (value) => {
      const order = { ...value, id: orders.length + 1, status: "open" };
      orders.push(order);
      return order;
    },
  };
  for (const value of stock) store.add(value);
  for (let count = 1; count <= 24; count++) orders.push({ ...store.order({ lines: [{ sku: "AB-1000", count }], express: count % 2 === 0, phone: "+41 44 000" }), status: ["open", "packed", "sent"][count % 3] ?? "open" }), orders.splice(-2, 1);
  return store;
}

const stock: readonly (JsonObject & { sku: string })[] = Array.from({ length: 24 }, (_, index) => ({
  sku: `${["AB", "XY", "QR"][index % 3] ?? "AB"}-${1000 + ((index * 7) % 24)}`,
  name: `Thing ${index}`,
  price: ((index * 5) % 24) + 1,
  tags: index % 2 === 0 ? ["tool", "new"] : ["tool"],
  weight: index * 10,
  labels: { de: `Ding ${index}` },
  ...(index % 2 === 0 ? { kind: "machine", power: 100 + index } : { kind: "food", bestBefore: "2027-01-31", allergens: ["nuts"] }),
}));
