import type { BesideAllOf, ExactlyOne, Grand, InAllOf, OneOrOther } from "./expected/types.ts";

export const inAllOf: InAllOf = { id: 1 };
// @ts-expect-error: id is required
export const notInAllOf: InAllOf = { note: "a" };
export const beside: BesideAllOf = { id: 1, note: "a" };
// @ts-expect-error: id is required
export const notBeside: BesideAllOf = {};
export const one: OneOrOther[] = [{ a: "a" }, { b: 1 }, { a: "a", b: 1 }];
// @ts-expect-error: one of the two is required
export const notOne: OneOrOther = {};
// @ts-expect-error: one of the two is required
export const notExactly: ExactlyOne = {};
export const grand: Grand = { id: 1, note: "a" };
// @ts-expect-error: note is required
export const notGrand: Grand = { id: 1 };
