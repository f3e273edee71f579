import type { Base, ByAllOf, ByOneOf, Enum, List, Text, TypedByAllOf } from "./expected/types.ts";

export const texts: Text[] = ["a", null];
export const enums: Enum[] = ["a", null];
export const lists: List[] = [null, ["a", null]];
export const allOfs: (ByAllOf | TypedByAllOf)[] = [null, { id: 1 }];
export const oneOfs: ByOneOf[] = [null, { id: 1 }, "a"];
// @ts-expect-error: the base itself is not nullable
export const base: Base = null;
