import type { Check, ParameterContract, Shape } from "./contract.js";
import type { Decode } from "./decode-text.js";
import { contentReadings } from "./read-content-text.js";
import { readingsOf, type Reading } from "./readings.js";
import { absentOf, type Slot } from "./settle.js";
import { shapeReader } from "./shape-reader.js";

/** Prepares a parameter of any location, which says how its texts are decoded. Its value is called `key`. */
export function slotOf(parameter: ParameterContract<Check>, decode: Decode, key = parameter.name): Slot {
  const { content, shape, allowEmptyValue = false } = parameter;
  const readings = content ? contentReadings(content, shape, decode) : readingsOf(shapeReader(shape), { ...parameter, decode });
  return {
    key,
    parameter,
    check: parameter.check ?? content?.check,
    readings: allowEmptyValue ? readings.map((reading) => orEmpty(reading, shape)) : readings,
    absent: absentOf(key, parameter),
  };
}

/**
 * OAS `allowEmptyValue`: `color=` and `color` are an empty text, or else null, an empty list or an empty object, whichever there can
 * be. A boolean is then true, as in `?pretty`. Of an integer or a number it is as if nothing had been given.
 */
function orEmpty(reading: Reading, shape: Shape): Reading {
  return (own, members) => (own === "" && !members ? emptyOf(shape) : reading(own, members));
}

function emptyOf({ scalars = [], items, properties, additional }: Shape): unknown {
  if (scalars.includes("string") && !items) return "";
  if (scalars.includes("null")) return null;
  if (items) return [];
  if (properties || additional) return {};
  return scalars.includes("boolean") ? true : undefined;
}
