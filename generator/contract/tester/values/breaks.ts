import { isObject, valueAt } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { listBreaks } from "./breaks-of-lists.ts";
import { objectBreaks } from "./breaks-of-objects.ts";
import { scalarBreaks } from "./breaks-of-scalars.ts";
import { deepening } from "./deepening.ts";
import { type Edge, type FindEdges, later } from "./edge.ts";
import { inFairOrder } from "./fair-order.ts";
import { firstOf } from "./first-of.ts";
import type { ValidValues } from "./valid-values.ts";

/**
 * Values that a schema refuses, each for one thing that is wrong with an otherwise plain one: types, bounds and lengths, enums, patterns
 * and formats, what is missing, unexpected or there twice, and of unions what fits none of them, or more than one. All are invalid, and
 * none is there twice.
 */
export function breaksOf(schema: Schema, values: ValidValues): Edge[] {
  const whole = wholes.get(values) ?? new WeakMap<Schema, Edge[]>();
  wholes.set(values, whole);
  const ofWhole = (part: Schema, depth: number): Edge[] => {
    const known = whole.get(part) ?? wholeBreaks(part, values);
    whole.set(part, known);
    return known.map((edge) => ({ ...edge, depth }));
  };
  const found = deepening((reach) => {
    const find: FindEdges = (part, depth) => {
      if (!reach.takes(part, depth)) return [];
      return [...ofWhole(part, depth), ...values.variants(part).flatMap((variant, index) => later(variantBreaks(variant, depth, find, values), index))];
    };
    return find(schema, 0);
  });
  const invalid = firstOf(found, mostBreaks, ({ value }) => values.judge.verdict(schema, value) === "invalid");
  const judge = values.judge.own(schema);
  return inFairOrder(invalid, ({ value }) => {
    const [first] = judge.violations(value);
    const broken = first && valueAt(value, first.path);
    // What is taken for another type most often is a kind of its own: null, a fraction for an integer, and a text for what it says.
    const often = broken === null ? "null" : typeof broken === "number" && !Number.isInteger(broken) ? "fraction" : broken === "5" || broken === "true" ? "text" : "";
    const which = first?.keyword === "required" || first?.keyword === "dependentRequired" ? first.message : first?.keyword === "type" ? often : "";
    return `${first?.schema} ${first?.keyword} ${which}`;
  });
}

const mostBreaks = 1_500;

const wholes = new WeakMap<ValidValues, WeakMap<Schema, Edge[]>>();

function variantBreaks(variant: Schema, depth: number, find: FindEdges, values: ValidValues): Edge[] {
  const plain = values.least(variant);
  if (plain === undefined) return [];
  const inside = Array.isArray(plain) ? listBreaks(variant, plain, find, values, depth) : isObject(plain) ? objectBreaks(variant, plain, find, values, depth) : [];
  return [...scalarBreaks(variant, plain, depth), ...inside];
}

/** Of a union: what fits two of `oneOf`, and what fits `not`. */
function wholeBreaks(schema: Schema, { sample, variants }: ValidValues): Edge[] {
  const { at, oneOf = [], not } = schema;
  const pairs = oneOf.slice(0, 4).flatMap((one, index) => oneOf.slice(index + 1, 4).map((other) => ({ both: { at, allOf: [one, other] }, index })));
  const found = pairs.filter(({ both }) => variants(both).length > 0).flatMap(({ both, index }): Edge[] => {
    const value = sample(both, { fill: "required" });
    return value === undefined ? [] : [{ value, title: `what fits alternative ${index + 1} of oneOf and another one`, depth: 0 }];
  });
  const { not: _not, ...allowed } = schema;
  const denied = not === undefined ? undefined : sample({ at, allOf: [allowed, not] }, { fill: "required" });
  return denied === undefined ? found : [...found, { value: denied, title: "what its not forbids", depth: 0 }];
}
