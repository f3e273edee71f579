import type { Schema } from "../../model/schema.ts";
import type { View } from "../../model/views.ts";
import type { Condition } from "./condition.ts";
import type { DeclaredCode } from "./declared-code.ts";
import type { Kinds } from "./kinds.ts";
import { Locals } from "./locals.ts";
import type { Recursion } from "./plan-recursion.ts";
import type { ValidatorPlan } from "./plan-validators.ts";
import type { Statement } from "./statement.ts";

/** Where code that judges a value stands, and what it may use there. */
export type Place = {
  validators: ValidatorPlan;
  view: View;
  file: DeclaredCode;
  /** What constants and functions made here are named after: `PetOwner`. */
  path: () => string;
  /** The locals of the function that is being made. */
  locals: Locals;
  /** What the function has besides the value: how deep it is, what was judged already. */
  recursion: Recursion;
  judge: Judge;
};

/** The value that is judged. */
export type Subject = {
  /** The constant that holds it. */
  name: string;
  /** What it can be, for all that the code before it has asked. */
  kinds: Kinds;
  /** `true` for a part of the function's own value. */
  isInside: boolean;
  /** Set once a type predicate has been called with it: TypeScript believes to know its members from then on. */
  isTyped: boolean;
  /** Names that the view does not require, said by a schema around. */
  hidden: ReadonlySet<string>;
};

export const nothingHidden: ReadonlySet<string> = new Set();

/** Handed down, as schemas hold schemas: the steps that ask whether a value fits a schema, and the same as one expression. */
export type Judge = {
  statements(schema: Schema, subject: Subject, place: Place): Statement[];
  condition(schema: Schema, subject: Subject, place: Place): Condition;
};

/** A place in a block of its own, whose locals nobody outside sees; what is made there is named after both. */
export function innerPlace(place: Place, path: string): Place {
  return { ...place, path: () => `${place.path()}${path}`, locals: new Locals(place.locals) };
}
