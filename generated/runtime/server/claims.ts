import { isSpread, type Styled } from "./readings.js";
import type { Claim, Claims } from "./scan-pairs.js";
import type { ShapeReader } from "./shape-reader.js";

/** What asks for pairs: a parameter, or a property of a form. */
export type Field = Omit<Styled, "decode"> & { readonly shape: ShapeReader; readonly allowEmptyValue?: boolean };

/**
 * Who takes which name. A name belongs to the field of that name first, then to the exploded object that lists it; what is left, to the
 * exploded object that says what members it does not list are, and is nothing but an object.
 */
export function claimsOf(fields: readonly Field[]): Claims {
  const names = new Map<string, Claim>();
  const deep = new Map<string, number>();
  let rest: number | undefined;
  fields.forEach((field, slot) => {
    if (hasOwnName(field) && !names.has(field.name)) names.set(field.name, { slot, member: false });
    if (field.style === "deepObject" && !deep.has(field.name)) deep.set(field.name, slot);
  });
  fields.forEach((field, slot) => {
    const { members, scalar, items } = field.shape;
    if (!members || !isSpread(field.shape, field)) return;
    for (const name of members.listed.keys()) if (!names.has(name)) names.set(name, { slot, member: true });
    // One that lists nothing can be nothing but what is left.
    if ((members.others || members.listed.size === 0) && !scalar && !items) rest ??= slot;
  });
  return { names, deep, rest };
}

function hasOwnName({ shape, allowEmptyValue = false, ...styled }: Field): boolean {
  return shape.scalar !== undefined || shape.items !== undefined || allowEmptyValue || !isSpread(shape, styled);
}
