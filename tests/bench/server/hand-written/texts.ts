import { Refused } from "./refused.ts";

const integer = /^-?(?:0|[1-9][0-9]*)$/;
const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** The texts of a query by their names, not decoded; a name that nobody knows is refused. */
export function readQuery(query: string, known: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (query === "") return found;
  for (const pair of query.split("&")) {
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!known.has(name)) throw new Refused(400, `unknown query parameter ${name}`);
    const texts = found.get(name);
    const text = equals < 0 ? "" : pair.slice(equals + 1);
    if (texts) texts.push(text);
    else found.set(name, [text]);
  }
  return found;
}

/** A text with its percent-encoding undone. */
export function decode(text: string): string {
  if (!text.includes("%") && !text.includes("+")) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Refused(400, "malformed percent-encoding");
  }
}

/** The one text of a parameter, decoded. */
export function single(name: string, texts: readonly string[] | undefined): string | undefined {
  if (texts === undefined) return undefined;
  if (texts.length > 1) throw new Refused(400, `${name} was given twice`);
  return decode(texts[0] ?? "");
}

/** A text as a boolean. */
export function toBoolean(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined) return otherwise;
  if (text !== "true" && text !== "false") throw new Refused(400, `${name} must be true or false`);
  return text === "true";
}

/** A text as an integer of a range. */
export function toInteger(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = integer.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Refused(400, `${name} must be an integer from ${least} to ${most}`);
  return value;
}

/** A text as a number of a range, whose upper end is not in it. */
export function toNumber(name: string, text: string | undefined, least: number, below: number): number | undefined {
  if (text === undefined) return undefined;
  const value = number.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value < below)) throw new Refused(400, `${name} must be a number from ${least} to below ${below}`);
  return value;
}
