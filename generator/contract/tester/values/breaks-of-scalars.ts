import type { Json } from "../../../json.ts";
import { patternText } from "../../../model/sample/pattern-text.ts";
import { randomOf } from "../../../model/sample/random.ts";
import type { JsonType, Schema } from "../../../model/schema.ts";
import type { Edge } from "./edge.ts";
import { shown } from "./edges-of-scalars.ts";

/** Wrong types, and texts and numbers that break one rule. They are judged by whoever asks. */
export function scalarBreaks(schema: Schema, plain: Json, depth: number): Edge[] {
  const broken = [
    ...notListed(schema),
    ...(typeof plain === "string" && schema.enum === undefined ? brokenTexts(schema, plain) : []),
    ...(typeof plain === "number" && schema.enum === undefined ? brokenNumbers(schema, plain) : []),
  ];
  return [...wrongTypes(schema, depth), ...broken.map(([value, title]) => ({ value, title, depth }))];
}

type Broken = readonly [value: Json, title: string];

/** A text that means no number and no boolean in any reading, however lenient. */
const word = "not-a-value";

function wrongTypes({ types, enum: listed }: Schema, depth: number): Edge[] {
  const allowed = types ?? (listed && [...new Set(listed.map(typeOf))]);
  if (allowed === undefined) return [];
  const isAllowed = (type: JsonType) => allowed.includes(type) || (type === "integer" && allowed.includes("number"));
  const byType = { depth, byType: true } as const;
  // One wrong type tells most servers that do not look at types from those that do.
  const others = candidates.filter(([type]) => !isAllowed(type)).map(([type, value], index): Edge => {
    // Null is what is taken for any type most often.
    const at = { depth: depth + (type === "null" ? 0 : Math.min(index, 2)) };
    const title = `${named(type, value)} in place of ${allowed.map(article).join(" or ")}`;
    return value === word || (type === "number" && !isAllowed("boolean")) ? { value, title, ...at } : { value, title, ...byType, ...at };
  });
  if (isAllowed("string")) return others;
  return [
    ...others,
    ...(isAllowed("integer") ? [{ value: "5", title: "a text in place of a number", ...byType }] : []),
    ...(isAllowed("boolean") ? [{ value: "true", title: "a text in place of a boolean", ...byType }] : []),
  ];
}

const candidates: readonly (readonly [JsonType, Json])[] = [["string", word], ["number", 1.5], ["integer", 5], ["boolean", true], ["null", null], ["array", []], ["object", {}]];

/** `a string, "not-a-value",`; of null, that is all there is to say. */
function named(type: JsonType, value: Json): string {
  return type === "null" ? "null" : `${article(type)}, ${shown(value)},`;
}

function article(type: JsonType): string {
  return type === "null" ? "null" : `${/^[aio]/.test(type) ? "an" : "a"} ${type}`;
}

function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "object";
}

function notListed({ enum: listed }: Schema): Broken[] {
  if (listed === undefined) return [];
  const numbers = listed.filter((value) => typeof value === "number");
  return [
    ...(listed.some((value) => typeof value === "string") ? [["not-one-of-these", `"not-one-of-these", none of its enum`] as const] : []),
    ...(numbers.length > 0 ? [[Math.max(...numbers) + 1, `${Math.max(...numbers) + 1}, none of its enum`] as const] : []),
  ];
}

function brokenTexts({ minLength = 0, maxLength = Infinity, pattern, format }: Schema, plain: string): Broken[] {
  const characters = Array.from(plain);
  const short = minLength > 0 && minLength <= longest ? [[(pattern === undefined ? "a".repeat(minLength) : plain).slice(0, minLength - 1), `a text of ${minLength - 1} characters, one below its minLength`] as const] : [];
  const long = maxLength < longest ? [[plain.padEnd(maxLength + 1, characters.at(-1) ?? "a"), `a text of ${maxLength + 1} characters, one above its maxLength`] as const] : [];
  const notMatching = pattern === undefined ? [] : notMatched(pattern, plain, maxLength).map((text) => [text, `${shown(text)}, which its pattern does not match`] as const);
  const misformed = format === undefined ? [] : [`not of ${format}`, ...(nearly.get(format) ?? [])].map((text) => [text, `${shown(text)}, which is not of its format`] as const);
  return [...short, ...long, ...notMatching, ...misformed];
}

const longest = 10_000;

/** What has the form of a format, and is none: a day that no month has (RFC 3339 §5.7). */
const nearly: ReadonlyMap<string, readonly string[]> = new Map([["date", ["2026-02-30"]], ["date-time", ["2026-02-30T12:00:00Z"]]]);

/** Other characters at the ends and inside, and texts that are just too short or too long: what can be repeated is once too often. */
function notMatched(pattern: string, plain: string, maxLength: number): string[] {
  const long = patternText(pattern, { least: 0, most: maxLength, attempt: { number: 11, random: randomOf(1) }, isRandom: false }) ?? plain;
  const [short, longer] = [Array.from(plain), Array.from(long).slice(0, Math.min(maxLength, 200))];
  const places = (characters: readonly string[]) => [...new Set([0, characters.length - 1, characters.length >> 1, 1, 2, 3, 4])].filter((place) => place >= 0 && place < characters.length);
  return [
    "~!?", `${plain}!`, `!${plain}`, "", plain.toUpperCase(), plain.toLowerCase(), plain.replace(/\d/, "x"),
    ...places(longer).map((place) => longer.toSpliced(place, 0, longer[place] ?? "").join("")),
    ...places(short).map((place) => short.toSpliced(place, 1).join("")),
  ];
}

function brokenNumbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, types, format }: Schema, plain: number): Broken[] {
  const isInteger = types?.includes("number") !== true;
  const step = multipleOf ?? (isInteger ? 1 : 0.5);
  const candidates: (readonly [number | undefined, string])[] = [
    [minimum === undefined ? undefined : minimum - step, "below its minimum"],
    [minimum !== undefined && minimum >= 1 && isInteger ? -1 : undefined, "far below its minimum"],
    [maximum === undefined ? undefined : maximum + step, "above its maximum"],
    [exclusiveMinimum, "its exclusiveMinimum itself"],
    [exclusiveMaximum, "its exclusiveMaximum itself"],
    [multipleOf === undefined ? undefined : plain + (isInteger ? 1 : multipleOf / 2), "no multiple of its multipleOf"],
    [format === "int32" ? 2147483648 : undefined, "beyond int32"],
  ];
  return candidates.flatMap(([value, title]): Broken[] => (value === undefined || !Number.isFinite(value) ? [] : [[value, `${value}, ${title}`]]));
}
