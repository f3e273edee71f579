import { addEvaluated, type Evaluated, nothingEvaluated } from "./evaluated.js";
import { judgeComposition } from "./judge-composition.js";
import { isDispatched, judgeDiscriminator } from "./judge-discriminator.js";
import { judgeList } from "./judge-list.js";
import { judgeObject } from "./judge-object.js";
import { judgeChoice, judgeNumber, judgeText } from "./judge-scalar.js";
import { judgeUnevaluated } from "./judge-unevaluated.js";
import { judgeUnion } from "./judge-union.js";
import { isDecided, type Run, type Spot, violate } from "./judging.js";
import { isNumber } from "./numbers.js";
import { isRecord } from "./record.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import { isOfType, typeMessage } from "./value-type.js";

/** Judges a value by a schema, exactly as JSON Schema 2020-12 says, with formats asserted and discriminators followed. */
export function judge(schema: SchemaData, value: unknown, outer: Spot, run: Run, evaluated?: Evaluated): boolean {
  if (schema === true) return true;
  if (schema === false) return violate(run, outer, "false", "must not be there");
  const spot = schema.at === undefined || run.silent ? outer : { ...outer, schema: schema.at };
  if (schema.type !== undefined && !isOfType(schema.type, value)) return run.found !== undefined && violate(run, spot, "type", typeMessage(schema.type));
  const wanted = evaluated !== undefined || schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
  const seen = wanted && typeof value === "object" && value !== null ? nothingEvaluated() : undefined;
  let fits = judgeChoice(schema, value, spot, run);
  if (!fits && isDecided(run)) return false;
  fits = judgeOwn(schema, value, spot, run, seen) && fits;
  if (!fits && isDecided(run)) return false;
  fits = judgeByOthers(schema, value, spot, run, seen) && fits;
  if (seen === undefined || (!fits && isDecided(run))) return fits;
  fits = judgeUnevaluated(schema, value, spot, run, seen) && fits;
  // Of a value that does not fit, an explanation still wants to know what there is nothing to be said of.
  if (evaluated !== undefined && (fits || run.found !== undefined)) addEvaluated(evaluated, seen);
  return fits;
}

/** The keywords for the value's type. */
function judgeOwn(schema: SchemaObject, value: unknown, spot: Spot, run: Run, seen: Evaluated | undefined): boolean {
  if (typeof value === "string") return judgeText(schema, value, spot, run);
  if (isNumber(value)) return judgeNumber(schema, value, spot, run);
  if (Array.isArray(value)) return judgeList(schema, value, spot, run, seen);
  return !isRecord(value) || judgeObject(schema, value, spot, run, seen);
}

/** The keywords that hold schemas for the same value. */
function judgeByOthers(schema: SchemaObject, value: unknown, spot: Spot, run: Run, seen: Evaluated | undefined): boolean {
  const fits = judgeComposition(schema, value, spot, run, seen);
  if (!fits && isDecided(run)) return false;
  if (isDispatched(schema, value)) return judgeDiscriminator(schema, value, spot, run, seen) && fits;
  return judgeUnion(schema, value, spot, run, seen) && fits;
}
