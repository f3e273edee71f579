import fc from "fast-check";
import type { Json } from "../../../json.ts";
import type { Api } from "../../../model/api.ts";
import type { Schema } from "../../../model/schema.ts";
import { type ValueJudge, valueJudge } from "../value-judge.ts";
import { type Choose, choosing, numbersFrom, simplest } from "./choices.ts";
import { makeValue, makeVariant } from "./make-value.ts";
import type { Making } from "./making.ts";
import { NoValue } from "./no-value.ts";
import { smallerValues } from "./smaller-values.ts";
import { type Variants, variantsOf } from "./variants.ts";

/** Makes values of an Api's schemas that both validators accept; `undefined` where none was found. */
export type ValidValues = {
  /** The plainest value: the document's example or default, or else the least that is needed. The same every time. */
  readonly plain: (schema: Schema) => Json | undefined;
  readonly random: (schema: Schema, choose: Choose) => Json | undefined;
  /** Values for fast-check, which makes those that fail smaller: none but valid ones. */
  readonly arbitrary: (schema: Schema) => fc.Arbitrary<Json>;
  readonly judge: ValueJudge;
  readonly variants: Variants;
  /** For making parts of values. What is made has to be judged. */
  readonly making: (choose: Choose) => Making;
  /** As `plain`, of a schema that is one of the variants; not judged. */
  readonly plainVariant: (variant: Schema) => Json | undefined;
};

/** Prepares making values of an Api's schemas as requests have them, once for each Api. */
export function validValues(api: Api): ValidValues {
  const known = prepared.get(api) ?? prepare(api, valueJudge(api));
  prepared.set(api, known);
  return known;
}

const prepared = new WeakMap<Api, ValidValues>();

function prepare(api: Api, judge: ValueJudge): ValidValues {
  const schemas = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  const variants = variantsOf(schemas);
  const making = (choose: Choose): Making => ({ schemas, variants, choose, depth: 0, budget: { left: 3000 }, make: makeValue });
  const plains = new WeakMap<Schema, { value: Json | undefined }>();
  const random = (schema: Schema, choose: Choose) => firstValid(schema, Array.from({ length: attempts }, () => choose), making, judge);
  const plain = (schema: Schema) => {
    const known = plains.get(schema) ?? { value: firstValid(schema, plainChoices(), making, judge) };
    plains.set(schema, known);
    return known.value;
  };
  return {
    plain, random, judge, variants, making,
    arbitrary: (schema) => new ValidValue((choose) => random(schema, choose) ?? plain(schema), (value) => judge.verdict(schema, value) === "valid"),
    plainVariant: (variant) => attempt(() => makeVariant(variant, making(simplest))),
  };
}

const attempts = 12;

function plainChoices(): Choose[] {
  return [simplest, ...Array.from({ length: 60 }, (_, index) => choosing(numbersFrom(index + 1)))];
}

function firstValid(schema: Schema, choices: readonly Choose[], making: (choose: Choose) => Making, judge: ValueJudge): Json | undefined {
  for (const choose of choices) {
    const value = attempt(() => makeValue(schema, making(choose)));
    if (value !== undefined && judge.verdict(schema, value) === "valid") return value;
  }
  return undefined;
}

function attempt(make: () => Json): Json | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}

class ValidValue extends fc.Arbitrary<Json> {
  readonly #make: (choose: Choose) => Json | undefined;
  readonly #isValid: (value: Json) => boolean;

  constructor(make: (choose: Choose) => Json | undefined, isValid: (value: Json) => boolean) {
    super();
    this.#make = make;
    this.#isValid = isValid;
  }

  generate(random: fc.Random): fc.Value<Json> {
    const value = this.#make((count) => (count < 2 ? 0 : random.nextInt(0, count - 1)));
    if (value === undefined) throw new NoValue("No value of this schema was found.");
    return new fc.Value(value, undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Json {
    return value !== undefined;
  }

  shrink(value: Json): fc.Stream<fc.Value<Json>> {
    return fc.stream(smallerValues(value)).filter(this.#isValid).map((smaller) => new fc.Value(smaller, undefined));
  }
}
