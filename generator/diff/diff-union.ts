import type { Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import { pairUp } from "./pair-up.ts";
import { type Effect, schemaChange } from "./schema-change.ts";
import type { CompareSchemas, SchemaPlace } from "./schema-place.ts";

/** What is different in the members of `oneOf`, `anyOf` and `allOf`, and in the discriminator. `inner` compares members. */
export function diffUnion(base: Schema, revision: Schema, place: SchemaPlace, inner: CompareSchemas): Change[] {
  const change = (name: string, effect: Effect, message: string): Change => schemaChange(name, message, { effect, base, revision, place });
  return [
    ...(["oneOf", "anyOf"] as const).flatMap((keyword) => {
      const { both, removed, added } = pairUp(identified(base[keyword]), identified(revision[keyword]), ({ identity }) => identity);
      const name = keyword === "oneOf" ? "one-of" : "any-of";
      if (base[keyword] === undefined && revision[keyword] === undefined) return [];
      if (base[keyword] === undefined || revision[keyword] === undefined) return [wholeUnion(revision[keyword] === undefined, name, change)];
      return [
        ...removed.map(({ words }) => change(`${name}-removed`, "narrowed", `cannot be ${words} any more`)),
        ...added.map(({ words }) => change(`${name}-added`, "widened", `can be ${words} now`)),
        ...both.flatMap(([old, now]) => inner(old.schema, now.schema, place)),
      ];
    }),
    ...allOfChanges(base, revision, { place, inner, change }),
    ...discriminatorChanges(base, revision, change),
  ];
}

/** One of its members may be what the schema was without it, or is now. */
function wholeUnion(isGone: boolean, name: string, change: (name: string, effect: Effect, message: string) => Change): Change {
  const one = isGone ? change(`${name}-dropped`, "neither", "is no union any more") : change(`${name}-introduced`, "neither", "is a union now");
  return { ...one, message: `${one.message}: whether that allows the same is not known`, severity: "warning" };
}

type Member = { identity: string; words: string; schema: Schema };

/** A member is known by what it refers to, else by its title, else by its position. */
function identified(members: readonly Schema[] = []): Member[] {
  return members.map((schema, index) => {
    const name = schema.ref?.split("/").at(-1) ?? schema.doc?.title;
    const words = name ?? schema.types?.join(" or ") ?? `its member ${index + 1}`;
    return { identity: name ?? schema.types?.join() ?? String(index), words, schema };
  });
}

type Tools = { place: SchemaPlace; inner: CompareSchemas; change: (name: string, effect: Effect, message: string) => Change };

function allOfChanges(base: Schema, revision: Schema, { place, inner, change }: Tools): Change[] {
  const { both, removed, added } = pairUp(identified(base.allOf), identified(revision.allOf), ({ identity }) => identity);
  return [
    ...removed.map(({ words }) => change("all-of-removed", "widened", `need not be ${words} as well any more`)),
    ...added.map(({ words }) => change("all-of-added", "narrowed", `must be ${words} as well`)),
    ...both.flatMap(([old, now]) => inner(old.schema, now.schema, place)),
  ];
}

function discriminatorChanges({ discriminator: base }: Schema, { discriminator: revision }: Schema, change: Tools["change"]): Change[] {
  if (base === undefined || revision === undefined) return [];
  if (base.propertyName !== revision.propertyName) {
    return [change("discriminator-property-name-changed", "both", `is told apart by ${revision.propertyName}, and was by ${base.propertyName}`)];
  }
  const { removed, added } = pairUp(base.mapping, revision.mapping, ({ value }) => value);
  return [
    ...removed.map(({ value }) => change("discriminator-mapping-deleted", "narrowed", `cannot be of the kind ${value} any more`)),
    ...added.map(({ value }) => change("discriminator-mapping-added", "widened", `can be of the kind ${value} now`)),
  ];
}
