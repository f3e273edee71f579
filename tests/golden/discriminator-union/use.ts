import type { BareNames, Cat, Default, Explicit, Implicit, Nested, OptionalTag, SeveralValues } from "./expected/types.ts";

export const explicit: Explicit = { kind: "cat", lives: 9 };
// @ts-expect-error: no kind of pet
export const notExplicit: Explicit = { kind: "Cat", lives: 9 };
export const bare: BareNames = { kind: "dog", name: "Rex" };
export const implicit: Implicit = { kind: "Dog", name: "Rex" };
export const tiger: SeveralValues = { kind: "tiger", lives: 1 };
export const optional: OptionalTag = { wings: 2 };
export const unknownKind: Default = { kind: "penguin", wings: 2 };
export const nested: Nested[] = [{ kind: "dog", name: "Rex" }, { kind: "fish", depth: 1 }];

export function lives(pet: Explicit): number | undefined {
  return pet.kind === "cat" ? pet.lives : undefined;
}

// Elsewhere a cat may say of itself what it likes.
export const alone: Cat = { kind: "felis" };
