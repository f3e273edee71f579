/**
 * A name that another generated file exports: `{ name: "Pet", from: "types.ts" }`. It prints as `Pet`, and is imported: as a
 * type, unless it is a `value`.
 */
export type FileName = { name: string; from: string; value?: true };
