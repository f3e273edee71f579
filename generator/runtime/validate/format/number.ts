/** OAS format registry `int32`: a signed integer of 32 bits. */
export function isInt32(value: number | bigint): boolean {
  return value >= -2147483648 && value <= 2147483647 && isWhole(value);
}

/**
 * OAS format registry `int64`: a signed integer of 64 bits. The number 2^63 is one as well: it is what JSON.parse makes of the largest,
 * 9223372036854775807.
 */
export function isInt64(value: number | bigint): boolean {
  const isSmallEnough = typeof value === "bigint" ? value < 2n ** 63n : value <= 2 ** 63;
  return isSmallEnough && value >= -(2n ** 63n) && isWhole(value);
}

/** OAS format registry `float`: no larger than the largest that 32 bits can hold. What they cannot hold exactly is rounded. */
export function isFloat(value: number | bigint): boolean {
  return Number.isFinite(Math.fround(Number(value)));
}

/** OAS format registry `double`: no larger than the largest that 64 bits can hold. */
export function isDouble(value: number | bigint): boolean {
  return Number.isFinite(Number(value));
}

function isWhole(value: number | bigint): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}
