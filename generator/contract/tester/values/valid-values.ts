import fc from "fast-check";
import type { Json } from "../../../json.ts";
import type { Api } from "../../../model/api.ts";
import { schemaById } from "../../../model/lookup.ts";
import { type Sampler, samplerOf } from "../../../model/sample/sampler.ts";
import type { Schema } from "../../../model/schema.ts";
import { type ValueJudge, valueJudge } from "../value-judge.ts";
import type { Choose } from "./choices.ts";
import { smallerValues } from "./smaller-values.ts";
import { type Variants, variantsOf } from "./variants.ts";
import { varyValue } from "./vary-value.ts";

/** Values of an Api's schemas that both validators accept; `undefined` where none was found. */
export type ValidValues = {
  /** The plainest value: the document's example or default, or else the least that is needed. The same every time. */
  readonly plain: (schema: Schema) => Json | undefined;
  readonly random: (schema: Schema, choose: Choose) => Json | undefined;
  /** Values for fast-check, which makes those that fail smaller, and none but valid ones. The schema must have a value. */
  readonly arbitrary: (schema: Schema) => fc.Arbitrary<Json>;
  readonly judge: ValueJudge;
  readonly variants: Variants;
  /** For parts of values: judged by one validator only. `least` and `most` are what it gives for `required` and for `all`, once. */
  readonly sample: Sampler;
  readonly least: (schema: Schema) => Json | undefined;
  readonly most: (schema: Schema) => Json | undefined;
  /** Another value that is made of a schema, and is the same every time: it is made once for each purpose. */
  readonly once: (schema: Schema, purpose: string, make: () => Json | undefined) => Json | undefined;
};

/** Prepares making values of an Api's schemas as requests have them, once for each Api. */
export function validValues(api: Api): ValidValues {
  const known = prepared.get(api) ?? prepare(api, valueJudge(api));
  prepared.set(api, known);
  return known;
}

const prepared = new WeakMap<Api, ValidValues>();

function prepare(api: Api, judge: ValueJudge): ValidValues {
  const schemas = schemaById(api);
  const sample = samplerOf(schemas, "request");
  const isValid = (schema: Schema, value: Json) => judge.verdict(schema, value) === "valid";
  const plain = remembered((schema) => {
    for (const seed of [undefined, 1, 2, 3, 4, 5]) {
      const value = sample(schema, { fill: "required", ...(seed !== undefined && { seed }) });
      if (value !== undefined && isValid(schema, value)) return value;
    }
    return undefined;
  });
  const random = (schema: Schema, choose: Choose): Json | undefined => {
    const value = sample(schema, { fill: choose(2) === 0 ? "required" : "all", seed: choose(0x7fffffff) });
    if (value === undefined) return undefined;
    const varied = varyValue(value, choose);
    return [varied, value].find((each) => isValid(schema, each));
  };
  const arbitrary = (schema: Schema) => new ValidValue((choose) => random(schema, choose) ?? plain(schema) ?? null, (value) => isValid(schema, value));
  const least = remembered((schema) => sample(schema, { fill: "required" }));
  const most = remembered((schema) => sample(schema, { fill: "all" }));
  return { plain, random, arbitrary, judge, variants: variantsOf(schemas), sample, least, most, once: onceFor() };
}

function remembered(make: (schema: Schema) => Json | undefined): (schema: Schema) => Json | undefined {
  const made = new WeakMap<Schema, { readonly value: Json | undefined }>();
  return (schema) => {
    const known = made.get(schema) ?? { value: make(schema) };
    made.set(schema, known);
    return known.value;
  };
}

function onceFor(): ValidValues["once"] {
  const made = new WeakMap<Schema, Map<string, Json | undefined>>();
  return (schema, purpose, make) => {
    const known = made.get(schema) ?? new Map<string, Json | undefined>();
    made.set(schema, known);
    if (!known.has(purpose)) known.set(purpose, make());
    return known.get(purpose);
  };
}

class ValidValue extends fc.Arbitrary<Json> {
  readonly #make: (choose: Choose) => Json;
  readonly #isValid: (value: Json) => boolean;

  constructor(make: (choose: Choose) => Json, isValid: (value: Json) => boolean) {
    super();
    this.#make = make;
    this.#isValid = isValid;
  }

  generate(random: fc.Random): fc.Value<Json> {
    return new fc.Value(this.#make((count) => (count < 2 ? 0 : random.nextInt(0, count - 1))), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Json {
    return value !== undefined;
  }

  shrink(value: Json): fc.Stream<fc.Value<Json>> {
    return fc.stream(smallerValues(value)).filter(this.#isValid).map((smaller) => new fc.Value(smaller, undefined));
  }
}
