import type { Json } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { randomOf } from "../../../model/sample/random.ts";
import { patternText } from "../../../model/sample/pattern-text.ts";
import type { Edge } from "./edge.ts";
import { formatEdges, rareTexts } from "./format-edges.ts";
import { namesType } from "./names-type.ts";

/** The edges of texts, numbers, booleans, null and what is listed. They are judged by whoever asks. */
export function scalarEdges(schema: Schema, depth: number): Edge[] {
  const { at } = schema;
  const edge = ([value, title, later = 0]: Titled): Edge => ({ value, title, depth: depth + later, at });
  if (schema.enum !== undefined) return schema.enum.slice(0, mostListed).map((value) => edge([value, `${shown(value)}, one of its enum`]));
  return [
    ...(namesType(schema, "string") ? texts(schema) : []),
    ...(namesType(schema, "integer") || namesType(schema, "number") ? numbers(schema) : []),
    ...(namesType(schema, "boolean") ? [[true, "true"] as const, [false, "false"] as const] : []),
    ...(namesType(schema, "null") ? [[null, "null"] as const] : []),
  ].map(edge).concat(namesType(schema, "string") ? rareEdges(schema, depth) : []);
}

const mostListed = 60;

function rareEdges({ at, format = "" }: Schema, depth: number): Edge[] {
  return (rareTexts.get(format) ?? []).map((value) => ({ value, title: `${shown(value)}, which the format ${format} allows`, depth: depth + 2, at, isRare: true }));
}

/** `later`: what matters less than another value comes after those of other places. */
type Titled = readonly [value: Json, title: string, later?: number];

function texts({ minLength = 0, maxLength = Infinity, pattern, format }: Schema): Titled[] {
  const lengths = [...new Set([minLength, minLength + 1, maxLength])].filter((length) => length <= Math.min(maxLength, longest));
  const filled = pattern === undefined && format === undefined;
  const named = (length: number) => (length === 0 ? "" : length === minLength ? ", its minLength" : length === maxLength ? ", its maxLength" : "");
  const ofLength = filled ? lengths.map((length) => ["a".repeat(length), `a text of ${length} characters${named(length)}`] as const) : [];
  const astral = filled && maxLength <= 1000 && maxLength > 0 ? [["😀".repeat(maxLength), `${maxLength} characters beyond the first plane: lengths count characters`] as const] : [];
  const odd = filled ? oddTexts.map(([text, title], index) => [text.padEnd(Math.min(minLength, longest), "a"), title, 3 + Math.floor(index / 3)] as const) : [];
  return [...ofLength, ...astral, ...(formatEdges.get(format ?? "") ?? []).map((text) => [text, `${shown(text)}, of format ${format}`] as const), ...patterned(pattern, { minLength, maxLength }), ...odd];
}

const longest = 10_000;

/** The worst first. NUL is not among them: many storages hold it for the end. */
const oddTexts: readonly (readonly [string, string])[] = [
  ["a,b", "a text with a comma"], ["a&b=c", "a text with & and ="], ["é", "a text beyond ASCII"],
  ["a b", "a text with a space"], ["a/b", "a text with a slash"], ["😀", "a character beyond the first plane"],
  ["a+b", "a text with a plus"], ["100%", "a text with a percent sign"], ["\"q\" \\ '", "a text with quotes and a backslash"],
  ["a|b;c", "a text with | and ;"], ["e\u0301", "a combining mark"], ["אב", "a text from right to left"],
  ["a?b#c", "a text with ? and #"], ["日本", "a text in another script"], ["<b>&amp;</b>", "a text with markup"],
  ["null", "the text null"], ["true", "the text true"], ["0", "the text 0"],
  ["a.b", "a text with a dot"], [" a ", "a text with spaces around"], ["a\nb\t", "a text with a line break"],
];

function patterned(pattern: string | undefined, { minLength, maxLength }: { minLength: number; maxLength: number }): (readonly [Json, string])[] {
  if (pattern === undefined) return [];
  return [0, 1, 2, 3, 4, 5].flatMap((number) => {
    const text = patternText(pattern, { least: number === 5 ? Math.min(maxLength, longest) : minLength, most: maxLength, attempt: { number, random: randomOf(number + 1) }, isRandom: number > 2 });
    return text === undefined || text.length > longest ? [] : [[text, `${shown(text)}, of its pattern`] as const];
  });
}

function numbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, ...schema }: Schema): (readonly [Json, string])[] {
  const step = multipleOf ?? (namesType(schema, "number") ? 0.5 : 1);
  const bounds: (readonly [number | undefined, string])[] = [
    [minimum, "its minimum"], [maximum, "its maximum"],
    [exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step, "next to its exclusiveMinimum"],
    [exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step, "next to its exclusiveMaximum"],
    [minimum === undefined ? undefined : minimum + step, "above its minimum"], [maximum === undefined ? undefined : maximum - step, "below its maximum"],
  ];
  const odd = [0, 1, -1, step, 10 * step, 0.5, 1e-7, 2147483647, 2147483648, -2147483648, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1.5e300];
  return [...bounds.flatMap(([value, title]) => (value === undefined ? [] : [[value, `${value}, ${title}`] as const])), ...odd.map((value) => [value, `${value}`] as const)];
}

/** A value in a few words. */
export function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
