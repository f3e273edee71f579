import { compareNames, takeName } from "../model/identifier.ts";

/**
 * A part of a URL for each thing, by its name: `clear-the-api-key-cache`. Stable: things are taken in the order of their names, so one that
 * comes or goes changes no other, save for those that are called alike.
 */
export function slugsOf<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Map<Thing, string> {
  const taken = new Set<string>();
  const ordered = [...things].sort((a, b) => compareNames(nameOf(a), nameOf(b)));
  return new Map(ordered.map((thing) => [thing, takeName(slugOf(nameOf(thing)), taken)]));
}

/** Small letters, digits and `-`, which every file system and URL takes. */
function slugOf(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-").toLowerCase().match(/[a-z\d_]+/g) ?? [];
  const slug = words.join("-").slice(0, 80);
  // Names that Windows keeps for itself, whatever stands behind the dot.
  return slug === "" || /^(con|prn|aux|nul|index|com\d|lpt\d)$/.test(slug) ? `${slug}-page` : slug;
}
