import type { JsonObject } from "../../../generator/json.ts";

/** A star as it is kept. Its number is a text: it may be larger than a number holds exactly. */
export type Star = { readonly id: string; readonly version: number; readonly value: JsonObject };

/** All that the observatory remembers. */
export type Catalogue = {
  readonly stars: () => readonly Star[];
  readonly star: (id: string) => Star | undefined;
  readonly add: (value: JsonObject) => Star;
  readonly replace: (id: string, value: JsonObject) => Star;
  readonly remove: (id: string) => void;
  readonly settings: () => JsonObject;
  readonly set: (settings: JsonObject) => void;
};

/** An observatory that knows a few stars, some of which have large numbers. */
export function createCatalogue(): Catalogue {
  const stars = new Map<string, Star>();
  let settings: JsonObject = { exposure: 30, filters: ["clear", "red"], isTracking: true };
  let next = 9007199254740993n;
  const put = (id: string, version: number, value: JsonObject): Star => {
    const { finder: _, id: __, ...kept } = value;
    const star = { id, version, value: kept };
    stars.set(id, star);
    return star;
  };
  for (const [index, value] of known.entries()) put(String(index + 1), 1, value);
  return {
    stars: () => [...stars.values()],
    star: (id) => stars.get(id),
    add: (value) => put(String((next += 2n)), 1, value),
    replace: (id, value) => put(id, (stars.get(id)?.version ?? 0) + 1, value),
    remove: (id) => void stars.delete(id),
    settings: () => settings,
    set: (given) => void (settings = given),
  };
}

const names = ["Vega", "Deneb", "Altair", "Rigel", "Spica", "Mira", "Algol", "Castor", "Pollux", "Regulus", "Antares", "Capella", "Procyon", "Achernar", "Hadar", "Acrux", "Shaula", "Bellatrix", "Elnath", "Alnilam", "Mirfak", "Dubhe"];

const known: readonly JsonObject[] = names.map((name, index): JsonObject => ({
  name,
  magnitude: ((index * 7) % 22) / 10,
  spectrum: ["O", "B", "A", "F", "G", "K", "M"][index % 7] ?? "A",
  discovered: new Date(Date.UTC(1800 + index, index % 12, 1)).toISOString(),
  catalogues: ["HR", "HIP"],
  aliases: { HR: 1000 + index },
  isVariable: index % 2 === 0,
  ...(index % 3 === 0 ? { position: [index * 10, index], epoch: "J2000" } : {}),
  ...(index % 2 === 0 ? { kind: "single" } : { kind: "binary", companion: index % 4 === 1 ? { type: "dwarf", mass: 1.02 } : { type: "neutron", spin: 7 } }),
}));
