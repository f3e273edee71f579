import { isObject, type JsonObject, parseJson } from "../../../../generator/json.ts";
import type { Depot } from "../../depot/depot.ts";
import type { Fault } from "../../fault.ts";
import { changed, inBody, withHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const parcel = "/parcels/{parcelId}";
const everything = ["POST /parcels", `GET ${parcel}`, `PUT ${parcel}`, `PATCH ${parcel}`, `DELETE ${parcel}`];
const schedules = ["GET /schedule", "PUT /schedule"];
const pickups = ["POST /pickups", "GET /pickups/{pickupId}"];
const created = ["not-created", "broken-echo"] as const;
const updated = ["not-updated", "broken-echo"] as const;
const linked = ["broken-link", "not-created"] as const;

/** What is not remembered, or remembered otherwise. */
export const stateful: readonly Mutant[] = [
  { name: "what is taken away stays", on: `DELETE ${parcel}`, with: everything, codes: ["not-deleted"], fault: { depot: (depot) => ({ ...depot, remove: () => {} }) } },
  { name: "what is taken away stays in the list", on: `DELETE ${parcel}`, with: [...everything, "GET /parcels"], codes: ["not-deleted"], fault: { depot: listing((depot, gone) => [...depot.parcels(), ...gone]) } },
  { name: "what is gone is gone for good, says a status", on: `GET ${parcel}`, with: everything, codes: ["undocumented-status"], fault: changed(`GET ${parcel} 404`, (answer) => ({ ...answer, status: 410 })) },
  { name: "what is gone is null", on: `GET ${parcel}`, with: everything, codes: ["invalid-response-body", "not-deleted", "missing-response-header"], fault: changed(`GET ${parcel} 404`, () => ({ status: 200, headers: { "content-type": "application/json", etag: '"none"', "last-modified": "Sun, 01 Mar 2026 00:00:00 GMT" }, body: "null" })) },
  { name: "to take away twice makes it fail", on: `DELETE ${parcel}`, with: everything, codes: ["server-error"], fault: changed(`DELETE ${parcel} 404`, () => ({ status: 500, headers: { "content-type": "text/plain" }, body: "Broken" })) },
  { name: "what is brought is not kept", on: "POST /parcels", with: everything, codes: linked, fault: { depot: (depot) => ({ ...depot, add: (value) => {
    const added = depot.add(value);
    depot.remove(added.id);
    return added;
  } }) } },
  { name: "what is brought is not in the list", on: "POST /parcels", with: [...everything, "GET /parcels"], codes: ["not-created"], fault: { depot: (depot) => {
    const first = new Set(depot.parcels().map(({ id }) => id));
    return { ...depot, parcels: () => depot.parcels().filter(({ id }) => first.has(id)) };
  } } },
  { name: "a note is not kept", on: "POST /parcels", with: everything, codes: created, fault: adding(({ note: _, ...value }) => value) },
  { name: "an attribute is not kept", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (isObject(value["attributes"]) && Object.keys(value["attributes"]).length > 1 ? { ...value, attributes: Object.fromEntries(Object.entries(value["attributes"]).slice(0, 1)) } : value)) },
  { name: "a member of the receiver is not kept", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => {
    if (!isObject(value["to"])) return value;
    const { email: _, ...to } = value["to"];
    return { ...value, to };
  }) },
  { name: "tags are sorted", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (Array.isArray(value["tags"]) ? { ...value, tags: value["tags"].toSorted() } : value)) },
  { name: "weights are rounded", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => ({ ...value, weight: Math.ceil(Number(value["weight"])) })) },
  { name: "no value is no value", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => {
    const { value: worth, ...others } = value;
    return worth === 0 ? others : value;
  }) },
  { name: "false is forgotten", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== false))) },
  { name: "spaces at the ends are cut off", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (isObject(value["to"]) ? { ...value, to: { ...value["to"], name: String(value["to"]["name"]).trim() || "-" } } : value)) },
  { name: "pictures in a text are lost", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (typeof value["note"] === "string" ? { ...value, note: value["note"].replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd") } : value)) },
  { name: "a text is escaped for HTML", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (typeof value["note"] === "string" ? { ...value, note: value["note"].replace(/[&<"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", '"': "&quot;" })[character] ?? "").slice(0, 40) } : value)) },
  { name: "a day is the day before", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (typeof value["deliverOn"] === "string" && value["deliverOn"] > "0001" ? { ...value, deliverOn: new Date(Date.parse(value["deliverOn"]) - 1).toISOString().slice(0, 10) } : value)) },
  { name: "latitude and longitude change places", on: "POST /parcels", with: everything, codes: created, fault: adding((value) => (isObject(value["to"]) && Array.isArray(value["to"]["position"]) && Math.abs(Number(value["to"]["position"][1])) <= 90 ? { ...value, to: { ...value["to"], position: value["to"]["position"].toReversed() } } : value)) },
  { name: "the id is not the one that was made", on: "POST /parcels", with: everything, codes: linked, fault: inBody("POST /parcels 201", (told) => (told["id"] = "4b1c2d3e-0000-4000-8000-00000000abcd")) },
  { name: "Location leads nowhere", on: "POST /parcels", with: everything, codes: linked, fault: withHeader("POST /parcels 201", "location", "/parcels/4b1c2d3e-0000-4000-8000-00000000abcd") },
  { name: "Location lacks the collection", on: "POST /parcels", with: everything, codes: linked, fault: changed("POST /parcels 201", (answer) => ({ ...answer, headers: { ...answer.headers, location: (answer.headers["location"] ?? "").replace("/parcels", "") } })) },
  { name: "what is said anew is merged", on: `PUT ${parcel}`, with: everything, codes: updated, fault: putting((before, value) => ({ ...before, ...value })) },
  { name: "what is said anew loses its tags", on: `PUT ${parcel}`, with: everything, codes: updated, fault: putting((_, { tags: __, ...value }) => value) },
  { name: "what is said anew is not kept", on: `PUT ${parcel}`, with: everything, codes: updated, fault: inAnswersOf("PUT") },
  { name: "what is changed is not kept", on: `PATCH ${parcel}`, with: everything, codes: updated, fault: inAnswersOf("PATCH") },
  { name: "what was before is told of what is said anew", on: `PUT ${parcel}`, with: everything, codes: updated, fault: { depot: (depot) => ({ ...depot, replace: (id, value) => {
    const before = depot.parcel(id);
    const after = depot.replace(id, value);
    return before === undefined ? after : { ...after, value: before.value };
  } }) } },
  { name: "a change takes all else away", on: `PATCH ${parcel}`, with: everything, codes: updated, fault: patching((before, change) => {
    const { note: _, tags: __, deliverOn: ___, ...kept } = before;
    return { ...kept, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null)) };
  }) },
  { name: "null takes nothing away", on: `PATCH ${parcel}`, with: everything, codes: updated, fault: patching((before, change) => ({ ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null)) })) },
  { name: "null stays null", on: `PATCH ${parcel}`, with: everything, codes: [...updated, "invalid-response-body"], fault: patching((before, change) => ({ ...before, ...change })) },
  { name: "tags that are changed are added", on: `PATCH ${parcel}`, with: everything, codes: updated, fault: patching((before, change) => ({ ...merged(before, change), ...(Array.isArray(change["tags"]) && Array.isArray(before["tags"]) && { tags: [...new Set([...before["tags"], ...change["tags"]])].slice(0, 4) }) })) },
  { name: "a change of the weight changes the note", on: `PATCH ${parcel}`, with: everything, codes: updated, fault: patching((before, change) => ({ ...merged(before, change), ...(change["weight"] !== undefined && change["note"] === undefined && { note: "weighed" }) })) },
  { name: "an ETag stays when all else changes", on: `PUT ${parcel}`, with: everything, codes: ["not-updated", "protocol-violation"], fault: { depot: (depot) => ({ ...depot, replace: (id, value) => ({ ...depot.replace(id, value), version: 1 }), parcel: (id) => {
    const found = depot.parcel(id);
    return found && { ...found, version: 1 };
  } }) } },
  { name: "when it was made is now", on: `GET ${parcel}`, with: everything, codes: ["not-repeatable", "not-created"], fault: inBody(`GET ${parcel} 200`, (told) => (told["createdAt"] = new Date().toISOString())) },
  { name: "a schedule is not kept", on: "PUT /schedule", with: schedules, codes: updated, fault: { depot: (depot) => ({ ...depot, setSchedule: () => {} }) } },
  { name: "a schedule is merged", on: "PUT /schedule", with: schedules, codes: updated, fault: { depot: (depot) => ({ ...depot, setSchedule: (schedule) => depot.setSchedule({ ...depot.schedule(), ...schedule }) }) } },
  { name: "days of a schedule are merged", on: "PUT /schedule", with: schedules, codes: updated, fault: { depot: (depot) => ({ ...depot, setSchedule: (schedule) => {
    const before = depot.schedule()["days"];
    depot.setSchedule({ ...schedule, days: { ...(isObject(before) && before), ...(isObject(schedule["days"]) && schedule["days"]) } });
  } }) } },
  { name: "holidays are lost", on: "PUT /schedule", with: schedules, codes: updated, fault: { depot: (depot) => ({ ...depot, setSchedule: ({ holidays: _, ...schedule }) => depot.setSchedule(schedule) }) } },
  { name: "members of any name are lost", on: "PUT /schedule", with: schedules, codes: updated, fault: { depot: (depot) => ({ ...depot, setSchedule: (schedule) => depot.setSchedule(Object.fromEntries(Object.entries(schedule).filter(([name]) => !name.startsWith("x-")))) }) } },
  { name: "a pickup is forgotten", on: "POST /pickups", with: pickups, codes: linked, fault: { depot: (depot) => ({ ...depot, pickup: () => undefined }) } },
  { name: "where a pickup is told of is nowhere", on: "POST /pickups", with: pickups, codes: linked, fault: changed("POST /pickups 202", (answer) => ({ ...answer, headers: { ...answer.headers, location: (answer.headers["location"] ?? "").replace("pickups", "pickup") } })) },
  { name: "a pickup is another one", on: "POST /pickups", with: pickups, codes: [...linked, ...created], fault: { depot: (depot) => ({ ...depot, pickup: (id) => {
    const found = depot.pickup(id);
    return found && { ...found, day: "2001-01-01" };
  } }) } },
  { name: "a remark of a pickup is not kept", on: "POST /pickups", with: pickups, codes: created, fault: { depot: (depot) => ({ ...depot, pickup: (id) => {
    const { remark: _, ...found } = depot.pickup(id) ?? {};
    return depot.pickup(id) && found;
  } }) } },
];

function adding(change: (value: JsonObject) => JsonObject): Fault {
  return { depot: (depot) => ({ ...depot, add: (value) => depot.add(change(value)) }) };
}

/** Changes what PUT keeps: what was there, and what was said. */
function putting(change: (before: JsonObject, value: JsonObject) => JsonObject): Fault {
  return onlyFor("PUT", (depot) => ({ ...depot, replace: (id, value) => depot.replace(id, change(depot.parcel(id)?.value ?? {}, value)) }));
}

/** Changes what PATCH keeps: what was there, and the change. */
function patching(change: (before: JsonObject, change: JsonObject) => JsonObject): Fault {
  let said: JsonObject = {};
  const { asked, depot } = onlyFor("PATCH", (depot) => ({ ...depot, replace: (id) => depot.replace(id, change(depot.parcel(id)?.value ?? {}, said)) }));
  return { ...(depot && { depot }), asked: (request) => {
    const value = parseJson(request.body.toString());
    said = isObject(value) ? value : {};
    return asked?.(request) ?? request;
  } };
}

/** Answers as if it were kept, and keeps what was before. */
function inAnswersOf(method: string): Fault {
  return onlyFor(method, (depot) => ({ ...depot, replace: (id, value) => {
    const before = depot.parcel(id)?.value ?? {};
    const after = depot.replace(id, value);
    depot.replace(id, before);
    return after;
  } }));
}

function onlyFor(method: string, change: (depot: Depot) => Depot): Fault {
  let is = false;
  return {
    asked: (asked) => ((is = asked.method === method), asked),
    depot: (depot) => {
      const faulty = change(depot);
      return { ...depot, replace: (id, value) => (is ? faulty : depot).replace(id, value) };
    },
  };
}

function merged(before: JsonObject, change: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([name]) => change[name] !== null));
}

function listing(parcels: (depot: Depot, gone: ReturnType<Depot["parcels"]>) => ReturnType<Depot["parcels"]>): (depot: Depot) => Depot {
  return (depot) => {
    const gone: ReturnType<Depot["add"]>[] = [];
    return { ...depot, parcels: () => parcels(depot, gone), remove: (id) => {
      const found = depot.parcel(id);
      if (found !== undefined) gone.push(found);
      depot.remove(id);
    } };
  };
}
