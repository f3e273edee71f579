/** Whether a value is what JSON calls a number: NaN and Infinity are none, and a bigint is one of any size. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "bigint";
}

/** Whether a value is a number without a fractional part: 1.0 is (JSON Schema Validation §6.1.1). */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === "number" ? Number.isInteger(value) : typeof value === "bigint";
}

/**
 * `multipleOf` (JSON Schema Validation §6.2.1), of the numbers as they are written and not of their nearest binary fractions: 19.99 is
 * a multiple of 0.01.
 */
export function isMultipleOf(value: number | bigint, divisor: number): boolean {
  if (divisor === 0) return Number(value) === 0;
  if (typeof value === "number" && Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const dividend = decimalOf(value);
  const by = decimalOf(divisor);
  const exponent = Math.min(dividend.exponent, by.exponent);
  return shifted(dividend, exponent) % shifted(by, exponent) === 0n;
}

/** `{ digits: 1999n, exponent: -2 }`: 1999 × 10⁻². */
type Decimal = { digits: bigint; exponent: number };

function decimalOf(value: number | bigint): Decimal {
  if (typeof value === "bigint") return { digits: value, exponent: 0 };
  const [mantissa = "", power = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function shifted({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}
