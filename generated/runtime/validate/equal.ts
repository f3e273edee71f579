import { isNumber } from "./numbers.js";
import { has, isRecord, namesOf } from "./record.js";

/** Whether two values are the same JSON (JSON Schema Core §4.2.2): 1.0 is 1, a bigint the number of its value, and order of members is nothing. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === "bigint" || typeof other === "bigint") return isNumber(one) && isNumber(other) && one == other;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item: unknown, index) => equal(item, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = namesOf(one);
  return names.length === namesOf(other).length && names.every((name) => has(other, name) && equal(one[name], other[name]));
}
