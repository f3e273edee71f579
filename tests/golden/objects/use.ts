import type { Bare, Closed, Listed, Mixed, MixedByRef, Names, Patterns, PatternsBeside, RequiredInMap, RequiredOnly, Untyped } from "./expected/types.ts";

export const bare: Bare = { anything: [1] };
// @ts-expect-error: a string is no object
export const notBare: Bare = "a";
export const closed: Closed = {};
// @ts-expect-error: nothing may be in it
export const notClosed: Closed = { a: 1 };

export const mixed: Mixed = { name: "a", on: true, height: 1 };
// @ts-expect-error: the name is required
export const notMixed: Mixed = { height: 1 };
export const mixedByRef: MixedByRef = { mixed, other: mixed };

export const required: RequiredOnly = { a: 1, b: null };
// @ts-expect-error: b is missing
export const notRequired: RequiredOnly = { a: 1 };
export const requiredInMap: RequiredInMap = { a: "a", c: "c" };
// @ts-expect-error: a is missing
export const notRequiredInMap: RequiredInMap = { c: "c" };

export const patterns: Patterns = { "x-a": "a", 1: 1, other: true };
export const patternsBeside: PatternsBeside = { id: 1, "x-a": "a" };

export const listed: Listed = { red: "#f00" };
// @ts-expect-error: no name of the list
export const notListed: Listed = { blue: "#00f" };

export const untyped: Untyped = { a: "a" };
export const names: Names = { constructor: "a", "a-b": "b", "": "c" };
