import type { AllSelf, AnySelf, Author, Beast, Cat, DeepPair, Dog, First, Forest, Json, Owner, OwnRoot, Pair, Pet, Round, RowsOrText, Tangle, UnionSelf, Wolf } from "./expected/types.ts";

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

export const deepPair: DeepPair = [[[["a"], 1]], 2];
// @ts-expect-error: the first item of the first is a pair or a text
export const notDeepPair: DeepPair = [[1]];
export const rows: RowsOrText = ["a", ["b", [["c"]]], [["d"], ["e"]]];

export const owner: Owner = {};
// @ts-expect-error: an owner has an owner
export const notOwner: Owner = { owner: {} };
export const author: Author = {};
// @ts-expect-error: a book has an author
export const notAuthor: Author = { book: {} };

export const own: OwnRoot = { next: { deep: { next: {} } } };

export const cat: Cat = { kind: "Cat", lives: 9 };
export const dog: Dog = { kind: "Dog", friend: cat };
export const pets: Pet[] = [cat, dog];
// @ts-expect-error: that is a dog
export const notCat: Cat = { kind: "Dog" };

export const wolf: Wolf = { name: "Isegrim", pack: 7 };
export const beasts: Beast[] = [wolf, { honey: true }];
// @ts-expect-error: it is neither a wolf nor a bear
export const notBeast: Beast = { name: "Fritz" };
export const tangles: Tangle[] = ["a"];
// @ts-expect-error: nothing in a tangle is an object
export const notTangle: Tangle = {};
