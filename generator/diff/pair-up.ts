/** Things of two versions that are one and the same, by what names them. */
export type Pairs<Thing> = { readonly both: readonly (readonly [base: Thing, revision: Thing])[]; readonly removed: readonly Thing[]; readonly added: readonly Thing[] };

/** What stayed, in the order of the revision, what went and what came. Of several with one name the first counts. */
export function pairUp<Thing>(base: readonly Thing[], revision: readonly Thing[], nameOf: (thing: Thing) => string): Pairs<Thing> {
  const old = byName(base, nameOf);
  const now = byName(revision, nameOf);
  const both = [...now].flatMap(([name, thing]): (readonly [Thing, Thing])[] => {
    const before = old.get(name);
    return before === undefined ? [] : [[before, thing]];
  });
  const removed = [...old].filter(([name]) => !now.has(name)).map(([, thing]) => thing);
  const added = [...now].filter(([name]) => !old.has(name)).map(([, thing]) => thing);
  return { both, removed, added };
}

function byName<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Map<string, Thing> {
  const named = new Map<string, Thing>();
  for (const thing of things) if (!named.has(nameOf(thing))) named.set(nameOf(thing), thing);
  return named;
}
