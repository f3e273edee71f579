/** RFC 5893 §1.4: whether a label has characters that run from right to left, or Arabic digits. */
export function isRightToLeft(label: string): boolean {
  return rightToLeft.test(label) || arabicDigit.test(label);
}

/** The Bidi rule, RFC 5893 §2: every label of a name with some from right to left runs in one direction. */
export function isBidi(label: string): boolean {
  const points = Array.from(label);
  const first = points[0] ?? "";
  const last = points[points.length - 1 - points.slice().reverse().findIndex((point) => !/\p{M}/u.test(point))] ?? "";
  if (!rightToLeft.test(first)) return isLeft(first) && !isRightToLeft(label) && (isLeft(last) || europeanDigit.test(last));
  if (europeanDigit.test(label) && arabicDigit.test(label)) return false;
  return (isRightToLeft(last) || europeanDigit.test(last)) && !points.some(isLeft);
}

// The blocks that Unicode has for scripts of this direction (DerivedBidiClass.txt), without digits and marks.
const rightToLeft = /(?![\p{M}\u0660-\u066c\u06dd\u06f0-\u06f9])[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const arabicDigit = /[\u0660-\u0669\u066b\u066c\u06dd\u{10d30}-\u{10d39}]/u;
const europeanDigit = /[\d\u06f0-\u06f9]/;

/** Letters, and digits of scripts that run from left to right. */
function isLeft(point: string): boolean {
  return /[\p{L}\p{Nd}\u0f0b\u3007]/u.test(point) && !rightToLeft.test(point) && !europeanDigit.test(point) && !arabicDigit.test(point);
}
