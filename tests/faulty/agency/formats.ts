/** Formats of texts that the agency looks at. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  "date-time": isTime,
  email: (text) => /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/.test(text) && !/^\.|\.\.|\.@/.test(text),
  uuid: (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
};

/** RFC 3339 §5.6, full-date: a day that there is. */
function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** RFC 3339 §5.6, date-time; a 60th second is the last one of a day in UTC (§5.7). */
function isTime(text: string): boolean {
  const [, date = "", hour = "", minute = "", second = "", sign = "", offsetHour = "0", offsetMinute = "0"] = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const isLeap = Number(second) === 60 && (Number(hour) * 60 + Number(minute) - offset + 2880) % 1440 === 1439;
  return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && (Number(second) < 60 || isLeap) && Number(offsetHour) < 24 && Number(offsetMinute) < 60;
}

/** The moment that a time says, as a number. */
export function momentOf(time: string): number {
  return Date.parse(time.toUpperCase().replace(/:60(?=\.|Z|[+-])/, ":59"));
}
