import type { FileName } from "../../print/file-name.ts";

/** A value that a file of runtime/validate/ exports: `validateValue("record", "isRecord")`. */
export function validateValue(file: string, name: string): FileName {
  return { name, from: `runtime/validate/${file}.ts`, value: true };
}

/** A type that a file of runtime/validate/ exports. */
function validateType(file: string, name: string): FileName {
  return { name, from: `runtime/validate/${file}.ts` };
}

export const isRecord = validateValue("record", "isRecord");
export const has = validateValue("record", "has");
export const own = validateValue("own", "own");
export const isList = validateValue("list", "isList");
export const isNumber = validateValue("numbers", "isNumber");
export const isInteger = validateValue("numbers", "isInteger");
export const isMultipleOf = validateValue("numbers", "isMultipleOf");
export const atLeast = validateValue("lengths", "atLeast");
export const atMost = validateValue("lengths", "atMost");
export const equal = validateValue("equal", "equal");
export const isUnique = validateValue("unique", "isUnique");
export const pattern = validateValue("pattern", "pattern");
export const fits = validateValue("fits", "fits");
export const violations = validateValue("violations", "violations");
export const verdicts = validateValue("verdicts", "Verdicts");
export const violationType = validateType("violation", "Violation");
export const schemaDataType = validateType("schema-data", "SchemaData");
