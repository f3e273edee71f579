import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../generator/json.ts";

/** A parcel as it is kept. */
export type Parcel = { readonly id: string; readonly version: number; readonly changed: Date; readonly value: JsonObject };

/** All that the depot remembers. */
export type Depot = {
  readonly parcels: () => readonly Parcel[];
  readonly parcel: (id: string) => Parcel | undefined;
  readonly add: (value: JsonObject) => Parcel;
  readonly replace: (id: string, value: JsonObject) => Parcel;
  readonly remove: (id: string) => void;
  readonly couriers: () => readonly JsonObject[];
  readonly order: (pickup: JsonObject) => JsonObject;
  readonly pickup: (id: number) => JsonObject | undefined;
  readonly schedule: () => JsonObject;
  readonly setSchedule: (schedule: JsonObject) => void;
};

/** A depot with some parcels in it. */
export function createDepot(): Depot {
  const parcels = new Map<string, Parcel>();
  const pickups: { readonly pickup: JsonObject; readonly done: number }[] = [];
  let schedule: JsonObject = { zone: "UTC", days: { mon: ["08:00", "18:00"], tue: ["08:00", "18:00"] }, contacts: [{ email: "desk@example.com", isFirst: true }], capacity: 250 };
  const keep = (id: string, { pin: _, ...value }: JsonObject): Parcel => {
    const before = parcels.get(id);
    const { id: __, status: ___, createdAt: ____, ...said } = value;
    const fixed = { id, status: before?.value["status"] ?? "registered", createdAt: before?.value["createdAt"] ?? new Date().toISOString() };
    const parcel = { id, version: (before?.version ?? 0) + 1, changed: new Date(), value: { ...said, ...fixed } };
    parcels.set(id, parcel);
    return parcel;
  };
  for (const { status = "stored", createdAt = "", ...value } of firstParcels) {
    const parcel = keep(randomUUID(), value);
    parcels.set(parcel.id, { ...parcel, value: { ...parcel.value, status, createdAt } });
  }
  return {
    parcels: () => [...parcels.values()],
    parcel: (id) => parcels.get(id.toLowerCase()),
    add: (value) => keep(randomUUID(), value),
    replace: keep,
    remove: (id) => void parcels.delete(id),
    couriers: () => couriers,
    order: (value) => {
      const pickup = { pickupId: pickups.length + 1, ...value };
      pickups.push({ pickup, done: Date.now() + 300 });
      return { ...pickup, state: "queued" };
    },
    pickup: (id) => {
      const found = pickups[id - 1];
      return found && { ...found.pickup, state: Date.now() < found.done ? "queued" : "done" };
    },
    schedule: () => schedule,
    setSchedule: (given) => void (schedule = given),
  };
}

const firstParcels: readonly JsonObject[] = Array.from({ length: 27 }, (_, index) => ({
  reference: `REF-${5000 + ((index * 11) % 27)}`,
  weight: ((index * 7) % 27) + 0.5,
  to: { name: `Person ${index}`, street: `Street ${index}`, city: "Basel", country: "CH", ...(index % 4 === 0 && { email: `p${index}@example.org`, phone: null, position: [47.5, 7.6] }) },
  status: ["registered", "stored", "sent"][index % 3] ?? "stored",
  createdAt: new Date(Date.UTC(2026, index % 5, 3 + index, 8, 30)).toISOString(),
  ...(index % 2 === 0 && { tags: index % 4 === 0 ? ["cold", "fast"] : ["cold"], note: index % 4 === 0 ? null : "Ring twice" }),
  ...(index % 3 === 0 ? { kind: "letter", registered: index % 2 === 0 } : index % 3 === 1 ? { kind: "box", size: [30, 20, 10 + index] } : { kind: "pallet", layers: 1 + (index % 12) }),
}));

const zones = ["north", "east", "south", "west"];

const couriers: readonly JsonObject[] = Array.from({ length: 23 }, (_, index) => ({
  courierId: index + 1,
  code: `${["AB", "CD", "EF"][index % 3] ?? "AB"}${String(10 + index)}`,
  name: ["Mo", "Li", "Zoe", "Ann", "Kim", "Eve", "Bo"][(index * 3) % 7] + String.fromCharCode(65 + index),
  zones: [zones[index % 4] ?? "north", ...(index % 5 === 0 ? [zones[(index + 1) % 4] ?? "east"] : [])],
  rating: ((index * 13) % 51) / 10,
  active: index % 3 !== 0,
  since: `20${10 + index}-0${1 + (index % 9)}-15`,
  ...(index % 2 === 0 && { vehicle: index % 4 === 0 ? "van" : null }),
}));
