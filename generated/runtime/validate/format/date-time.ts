/** RFC 3339 §5.6 `date-time`: `2026-11-23T12:30:00.5Z`. Read by its characters: it is the format asked about most. */
export function isDateTime(text: string): boolean {
  return isDateUntil(text, 10) && (text.charCodeAt(10) | lowerCase) === letterT && isTimeFrom(text, 11);
}

/** RFC 3339 §5.6 `full-date`: `2026-11-23`, a day that there is. */
export function isDate(text: string): boolean {
  return isDateUntil(text, text.length);
}

/** RFC 3339 §5.6 `full-time`: `12:30:00.5+01:00`. A leap second is the last one of a day in UTC. */
export function isTime(text: string): boolean {
  return isTimeFrom(text, 0);
}

function isDateUntil(text: string, end: number): boolean {
  if (end !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false;
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const day = digitsAt(text, 8);
  return year >= 0 && day >= 1 && day <= daysOf(year, digitsAt(text, 5));
}

function isTimeFrom(text: string, start: number): boolean {
  if (text.charCodeAt(start + 2) !== colon || text.charCodeAt(start + 5) !== colon) return false;
  const hour = digitsAt(text, start);
  const minute = digitsAt(text, start + 3);
  const second = digitsAt(text, start + 6);
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return false;
  const offset = offsetAt(text, endOfFraction(text, start + 8));
  return second < 60 ? Number.isInteger(offset) : (hour * 60 + minute - offset + 2 * 1440) % 1440 === 1439;
}

/** Where what may be a fraction of a second ends. */
function endOfFraction(text: string, start: number): number {
  if (text.charCodeAt(start) !== dot || !isDigit(text.charCodeAt(start + 1))) return start;
  let end = start + 2;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Minutes that a text's end is ahead of UTC by; NaN where it is no `time-offset`. */
function offsetAt(text: string, start: number): number {
  const sign = text.charCodeAt(start);
  if ((sign | lowerCase) === letterZ) return text.length === start + 1 ? 0 : NaN;
  if ((sign !== plus && sign !== hyphen) || text.length !== start + 6 || text.charCodeAt(start + 3) !== colon) return NaN;
  const hour = digitsAt(text, start + 1);
  const minute = digitsAt(text, start + 4);
  return hour <= 23 && minute <= 59 ? (hour * 60 + minute) * (sign === hyphen ? -1 : 1) : NaN;
}

/** The number that two digits are; NaN where they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : NaN;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

const zero = 0x30;
const dot = 0x2e;
const colon = 0x3a;
const hyphen = 0x2d;
const plus = 0x2b;
const letterT = 0x74;
const letterZ = 0x7a;
/** What a capital letter of ASCII lacks. */
const lowerCase = 0x20;

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (!(month >= 1 && month <= 12)) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
