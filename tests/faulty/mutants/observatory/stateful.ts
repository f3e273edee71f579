import { isObject, type JsonObject } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { changed, inBody, withBody, withHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const star = "/stars/{starId}";
const everything = ["POST /stars", `GET ${star}`, `PUT ${star}`, `DELETE ${star}`];
const settings = ["GET /settings", "PUT /settings"];
const created = ["not-created", "broken-echo"] as const;

/** What shows only when one request follows another, or an answer is held against what was sent. */
export const stateful: readonly Mutant[] = [
  { name: "numbers of 64 bits are rounded", on: "POST /stars", with: everything, codes: ["not-created", "broken-link", "broken-echo"], fault: withBody("POST /stars 201", (text) => text.replace(/"id":(\d+)/, (_, id: string) => `"id":${Number(id)}`)) },
  { name: "numbers of 64 bits are rounded when they are read", on: `GET ${star}`, with: everything, codes: ["broken-echo", "not-created"], fault: withBody(`GET ${star} 200`, (text) => text.replace(/"id":(\d+)/, (_, id: string) => `"id":${Number(id)}`)) },
  { name: "zero counts as nothing", on: "POST /stars", with: everything, codes: created, fault: adding((value) => (value["magnitude"] === 0 ? { ...value, magnitude: 1 } : value)) },
  { name: "false counts as nothing", on: "POST /stars", with: everything, codes: created, fault: adding((value) => ({ ...value, ...(value["isVariable"] === false && { isVariable: true }) })) },
  { name: "an empty list is lost", on: "POST /stars", with: everything, codes: created, fault: adding((value) => {
    const { catalogues, ...rest } = value;
    return Array.isArray(catalogues) && catalogues.length === 0 ? rest : value;
  }) },
  { name: "what is beyond the first plane is lost", on: "POST /stars", with: everything, codes: created, fault: adding((value) => ({ ...value, name: String(value["name"]).replace(/[\u{10000}-\u{10ffff}]/gu, "?") })) },
  { name: "what is not ASCII is lost", on: "POST /stars", with: everything, codes: created, fault: adding((value) => ({ ...value, name: String(value["name"]).replace(/[^\x00-\x7f]/gu, "?") })) },
  { name: "long names are cut", on: "POST /stars", with: everything, codes: created, fault: adding((value) => ({ ...value, name: [...String(value["name"])].slice(0, 20).join("") })) },
  { name: "quotes are escaped", on: "POST /stars", with: everything, codes: created, fault: adding((value) => ({ ...value, name: String(value["name"]).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`).slice(0, 24) })) },
  { name: "the offset of a time is forgotten", on: "POST /stars", with: everything, codes: created, fault: adding((value) => (typeof value["discovered"] === "string" ? { ...value, discovered: value["discovered"].replace(/[+-]\d\d:\d\d$/, "Z") } : value)) },
  { name: "a member is not kept", on: "POST /stars", with: everything, codes: created, fault: adding(({ aliases: _, ...value }) => value) },
  { name: "a member of a member is not kept", on: "POST /stars", with: everything, codes: created, fault: adding((value) => (isObject(value["companion"]) && value["companion"]["type"] === "dwarf" ? { ...value, companion: { type: "dwarf", mass: 1 } } : value)) },
  { name: "the numbers of a position change places", on: "POST /stars", with: everything, codes: created, fault: adding((value) => (Array.isArray(value["position"]) && Number(value["position"][0]) <= 90 ? { ...value, position: value["position"].toReversed() } : value)) },
  { name: "Location leads nowhere", on: "POST /stars", with: everything, codes: ["broken-link", "not-created"], fault: withHeader("POST /stars 201", "location", "/stars/4711") },
  { name: "Location lacks a part of the path", on: "POST /stars", with: everything, codes: ["broken-link", "not-created"], fault: changed("POST /stars 201", (answer) => ({ ...answer, headers: { ...answer.headers, location: (answer.headers["location"] ?? "").replace("/stars", "") } })) },
  { name: "what is replaced keeps what is not said", on: `PUT ${star}`, with: everything, codes: ["not-updated"], fault: { catalogue: (catalogue) => ({ ...catalogue, replace: (id, value) => catalogue.replace(id, { ...catalogue.star(id)?.value, ...value }) }) } },
  { name: "the ETag stays when all else changes", on: `PUT ${star}`, with: everything, codes: ["not-updated", "protocol-violation"], fault: { catalogue: (catalogue) => ({ ...catalogue, replace: (id, value) => ({ ...catalogue.replace(id, value), version: 1 }), star: (id) => {
    const star = catalogue.star(id);
    return star && { ...star, version: 1 };
  } }) } },
  { name: "what is replaced is shown as it was", on: `PUT ${star}`, with: everything, codes: ["not-updated"], fault: { catalogue: (catalogue) => ({ ...catalogue, replace: (id, value) => {
    const before = catalogue.star(id);
    catalogue.replace(id, value);
    return before ?? catalogue.replace(id, value);
  } }) } },
  { name: "what is deleted is kept", on: `DELETE ${star}`, with: everything, codes: ["not-deleted"], fault: { catalogue: (catalogue) => ({ ...catalogue, remove: () => {} }) } },
  { name: "what is deleted stays in the list", on: `DELETE ${star}`, with: [...everything, "GET /stars"], codes: ["not-deleted"], fault: { catalogue: ghostly } },
  { name: "what is created is not in the list", on: "POST /stars", with: [...everything, "GET /stars"], codes: ["not-created"], fault: { catalogue: (catalogue) => ({ ...catalogue, stars: () => catalogue.stars().filter(({ id }) => id.length < 16) }) } },
  { name: "settings are not kept", on: "PUT /settings", with: settings, codes: ["not-updated"], fault: { catalogue: (catalogue) => ({ ...catalogue, set: () => {} }) } },
  { name: "settings of before come back", on: "PUT /settings", with: settings, codes: ["not-updated"], fault: { catalogue: (catalogue) => {
    let before = catalogue.settings();
    return { ...catalogue, set: (given) => void (before = catalogue.settings(), catalogue.set(given)), settings: () => before };
  } } },
  { name: "settings that are false become true", on: "PUT /settings", with: settings, codes: ["not-updated", "broken-echo"], fault: { catalogue: (catalogue) => ({ ...catalogue, set: (given) => catalogue.set({ ...given, isTracking: true }) }) } },
  { name: "settings are merged", on: "PUT /settings", with: settings, codes: ["not-updated"], fault: { catalogue: (catalogue) => ({ ...catalogue, set: (given) => catalogue.set({ ...catalogue.settings(), ...given }) }) } },
  { name: "what was sent is told otherwise", on: "PUT /settings", with: settings, codes: ["not-updated", "broken-echo"], fault: inBody("PUT /settings 200", (told) => (told["exposure"] = 30)) },
];

function adding(change: (value: JsonObject) => JsonObject): Fault {
  return { catalogue: (catalogue) => ({ ...catalogue, add: (value) => catalogue.add(change(value)) }) };
}

/** What is gone is still listed, as a cache does. */
function ghostly(catalogue: Parameters<NonNullable<Fault["catalogue"]>>[0]): ReturnType<NonNullable<Fault["catalogue"]>> {
  const gone = new Map<string, ReturnType<typeof catalogue.add>>();
  return {
    ...catalogue,
    stars: () => [...catalogue.stars(), ...gone.values()],
    remove: (id) => {
      const star = catalogue.star(id);
      if (star !== undefined) gone.set(id, star);
      catalogue.remove(id);
    },
  };
}
