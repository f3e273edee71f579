import type { AllSelf, AnySelf, Cat, Dog, First, Forest, Json, OwnRoot, Pair, Pet, Round, UnionSelf } from "./expected/types.ts";

export const forest: Forest = [[], [[[]]]];
// @ts-expect-error: only forests grow in a forest
export const notForest: Forest = [[1]];

export const json: Json = { a: [1, "b", null, { c: [] }] };
// @ts-expect-error: a function is no JSON
export const notJson: Json = () => 1;

export const union: UnionSelf = "a";
// @ts-expect-error: the only way out is a string
export const notUnion: UnionSelf = 1;
export const any: AnySelf = 1;
export const all: AllSelf = { a: "a" };

export const firsts: First[] = ["a", 1];
// @ts-expect-error: neither says boolean
export const notFirst: First = true;
export const rounds: Round[] = [null, true, "a"];

export const pair: Pair = ["a", ["b", ["c"]]];
// @ts-expect-error: a third item is refused
export const notPair: Pair = ["a", ["b"], "c"];

export const own: OwnRoot = { next: { deep: { next: {} } } };

export const cat: Cat = { kind: "Cat", lives: 9 };
export const dog: Dog = { kind: "Dog", friend: cat };
export const pets: Pet[] = [cat, dog];
// @ts-expect-error: that is a dog
export const notCat: Cat = { kind: "Dog" };
