import type { AtMost, BeyondPrefix, Matrix, None, Open, Point, PointOrLess, Row } from "./expected/types.ts";

export const matrix: Matrix = [[1, "a"], []];
export const point: Point = [1, 2];
// @ts-expect-error: two are needed
export const notPoint: Point = [1];
// @ts-expect-error: three are too many
export const notPoint3: Point = [1, 2, 3];
export const less: PointOrLess[] = [[], [1], [1, 2]];
export const row: Row = ["a", 1, 2, 3];
// @ts-expect-error: numbers follow
export const notRow: Row = ["a", "b"];
export const open: Open = ["a", true, null, {}];
export const atMost: AtMost[] = [["a"], ["a", true]];
// @ts-expect-error: one at least
export const notAtMost: AtMost = [];
export const beyond: BeyondPrefix = ["a", 1, 2];
export const none: None = [];
// @ts-expect-error: no item is allowed
export const notNone: None = [1];
