import type { Json } from "../../json.ts";
import { equal } from "../../runtime/validate/equal.ts";
import { fits } from "../../runtime/validate/fits.ts";
import { schemaDataOf } from "../schema-data.ts";
import type { Schema, SchemaId } from "../schema.ts";
import { isHidden, type View } from "../views.ts";
import { discriminatorFinder } from "../discriminator-finder.ts";
import { attemptValue } from "./attempt-value.ts";
import type { Making, Place } from "./making.ts";
import { randomOf } from "./random.ts";
import { saidValues } from "./said-values.ts";

/** `seed`: a number by which the value is varied; without one it is the plainest. `name`: what the value is called where it stands. */
export type SampleWish = { readonly name?: string; readonly fill?: "all" | "required"; readonly seed?: number };

/** Gives a value that fits a schema: of the document's own examples where one fits, else one that is made. `undefined`: none was found. */
export type Sampler = (schema: Schema, wish?: SampleWish) => Json | undefined;

/**
 * Makes values for the schemas of an Api, seen as requests or as responses have them. Each is judged by JSON Schema 2020-12, with all
 * that it is made of, and made again in another way until it fits; after a good number of steps that is given up. The same wish gives
 * the same value.
 */
export function samplerOf(schemas: ReadonlyMap<SchemaId, Schema>, view: View): Sampler {
  const dataOf = schemaDataOf(schemas, view);
  const plainOf = schemaDataOf(schemas, view, { dispatch: false });
  const judge = (schema: Schema, value: Json) => fits(dataOf(schema), value);
  const decides = discriminatorFinder(schemas);
  // To others a discriminator decides nothing: rather a value that they take as well.
  const judgeBoth = (schema: Schema, value: Json) => judge(schema, value) && (!decides(schema) || fits(plainOf(schema), value));
  const shown = shownNames(schemas, view);
  return (schema, { name = "value", fill = "all", seed } = {}) => {
    for (const strict of [judgeBoth, judge]) {
      const value = makingOf({ schemas, shown, fill, seed, judge: strict, steps: mostSteps }).make([schema], { name, depth: 0, around: new Set() });
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

const mostSteps = 6_000;
const mostAttempts = 32;
/** What has not ended by then goes round for ever. */
const deepest = 30;

/** The properties that a schema lists and a view has, found once for each schema. */
function shownNames(schemas: ReadonlyMap<SchemaId, Schema>, view: View): Making["shown"] {
  const known = new WeakMap<Schema, readonly string[]>();
  return (schema) => {
    const names = known.get(schema) ?? (schema.properties ?? []).filter((property) => !isHidden(property, view, schemas)).map(({ name }) => name);
    known.set(schema, names);
    return names;
  };
}

type Start = Pick<Making, "schemas" | "shown"> & { fill: "all" | "required"; seed: number | undefined; judge: Making["fits"]; steps: number };

function makingOf({ schemas, shown, fill, seed, judge, steps }: Start): Making {
  let left = steps;
  const base = randomOf(seed ?? 1);
  // What all attempts have failed at once is not tried as often again: it stands in many places, each of which is tried in many ways.
  const failures = new Map<string, number>();
  const make = (demand: readonly Schema[], place: Place, others: readonly Json[] = []): Json | undefined => {
    if (place.depth > deepest || demand.some(({ boolean }) => boolean === false)) return undefined;
    const suits = (value: Json | undefined) =>
      value !== undefined && demand.every((schema) => judge(schema, value)) && !others.some((other) => equal(other, value));
    if (seed === undefined) {
      const said = saidValues(demand, schemas).find(suits);
      if (said !== undefined) return said;
    }
    const random = randomOf(base.below(0x7fffffff));
    const asked = others.length === 0 ? demand.map(({ at, ref = at, not }) => (not === undefined ? ref : `not ${not.ref ?? not.at}`)).join(" ") : "";
    const before = failures.get(asked) ?? 0;
    const most = Math.max(1, Math.floor(mostAttempts / 4 ** before));
    for (let number = 0; number < most && left > 0; number++) {
      left--;
      const value = attemptValue(demand, place, { number, random }, making);
      if (suits(value)) return value;
    }
    if (asked !== "") failures.set(asked, before + 1);
    return undefined;
  };
  // A value that is nearly too large to be made is made small.
  const making: Making = { schemas, shown, fits: judge, make, isRandom: seed !== undefined, fill: () => (left < steps / 2 ? "required" : fill) };
  return making;
}
