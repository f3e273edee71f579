import type { AnyObject, components, Cat, Metrics, Pair, Pet, Row, Strict, Tree } from "./types.ts";

type Schemas = components["schemas"];

/** The type itself, and not `any`, which would accept whatever a case assigns. */
type IsAny<T> = 0 extends 1 & T ? true : false;
export const noneIsAny: { [Name in keyof Schemas]: IsAny<Schemas[Name]> }[keyof Schemas] = false;

// Recursion
export const tree: Tree = { value: "a", children: [{ value: "b" }] };
// @ts-expect-error: a child is a tree as well
export const badTree: Tree = { value: "a", children: [{}] };
export const json: Schemas["Json"] = [{ a: [1, null, { b: true }] }];
// @ts-expect-error: there is no undefined in JSON
export const badJson: Schemas["Json"] = [{ a: [undefined] }];

// Objects
const something = { a: 1 };
export const anyObject: AnyObject = something;
// @ts-expect-error: a string is not an object
export const badObject: AnyObject = "text";
export const metrics: Metrics = { name: "cpu", load: 0.5 };
// @ts-expect-error: the name is required
export const badMetrics: Metrics = { load: 0.5 };
export const nullable: Schemas["Nullable"] = { a: null };
// @ts-expect-error: may be null, but must be there
export const badNullable: Schemas["Nullable"] = {};

// Literals
export const colours: Schemas["Colour"][] = ["red", null];
// @ts-expect-error: not in the enum
export const badColour: Schemas["Colour"] = "blue";
export const weekdays: Schemas["Weekday"][] = [1, "monday", true];
// @ts-expect-error: not in the enum
export const badWeekday: Schemas["Weekday"] = 3;
export const always: Schemas["Always"] = { level: 1, tags: ["a"] };
// @ts-expect-error: another constant
export const badAlways: Schemas["Always"] = { level: 2, tags: ["a"] };

// Tuples
export const pair: Pair = ["a", 1];
// @ts-expect-error: the second is a number
export const badPair: Pair = ["a", "b"];
// @ts-expect-error: there are two
export const longPair: Pair = ["a", 1, 2];
export const row: Row = ["a", 1, 2, 3];
// @ts-expect-error: the rest are numbers
export const badRow: Row = ["a", 1, "b"];

// Composition
export const strict: Strict = { id: "1" };
// @ts-expect-error: required by the second member of allOf
export const badStrict: Strict = { note: "no id" };
export function livesOf(pet: Pet): number {
  return pet.kind === "cat" ? pet.lives : 0;
}
export const pet: Pet = { kind: "cat", lives: 9 };
// @ts-expect-error: a dog has a name
export const badPet: Pet = { kind: "dog", lives: 9 };
export const lists: Schemas["ListOrMap"][] = [[1, "a"], { a: 1 }];
// @ts-expect-error: neither list nor object
export const badList: Schemas["ListOrMap"] = "text";
// @ts-expect-error: nothing is valid
export const never: Schemas["Never"] = {};

// Names of the language, and names that are no identifiers
export const array: Schemas["Array"] = { length: "long" };
export const record: Schemas["Record"] = ["a"];
export const odd: Schemas["a:b/c"] = "a";
export const hostile: Schemas["Hostile"] = { "*/": "a", 'it\'s "quoted"': "`${x}`" };
export const flat: Schemas["Cat"] = { kind: "cat", lives: 1 } satisfies Cat;
