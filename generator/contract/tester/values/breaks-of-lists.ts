import type { Json } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { type Edge, type FindEdges, within } from "./edge.ts";
import { withLength } from "./edges-of-lists.ts";
import type { ValidValues } from "./valid-values.ts";

/** Lists that are too short or too long, have an item twice or one too many, lack what they must contain, or have an item that is wrong. */
export function listBreaks(schema: Schema, plain: readonly Json[], find: FindEdges, values: ValidValues, depth: number): Edge[] {
  const { sample } = values;
  const { minItems = 0, maxItems = Infinity, prefixItems = [], items, contains, uniqueItems } = schema;
  const edge = (value: Json | undefined, title: string): Edge[] => (value === undefined ? [] : [{ value, title, depth }]);
  const { free, asUnique } = freeOf(schema);
  const ofLength = (length: number) => values.least(withLength(asUnique, length));
  // What is too long still contains what it has to contain, so that it breaks nothing else.
  const tooLong = (length: number) => (contains === undefined ? ofLength(length) : joined(plain, ofLength(length - plain.length)));
  const [first] = plain;
  // What a list has to contain stays in it.
  const isKept = (index: number) => plain.length <= index || (contains !== undefined && index >= prefixItems.length);
  const inside = [...prefixItems, ...(items === undefined || items.boolean === false ? [] : [items])].flatMap((item, index) =>
    find(item, depth + 1).map((found) => within(found, isKept(index) ? [...plain, found.value] : plain.with(index, found.value), `item ${isKept(index) ? plain.length : index}`)));
  return [
    ...(minItems > 0 ? edge(ofLength(minItems - 1) ?? plain.slice(0, minItems - 1), `a list of ${minItems - 1} items, one less than its minItems`) : []),
    ...(maxItems < longest ? edge(tooLong(maxItems + 1) ?? (first === undefined ? undefined : filled(plain, first, maxItems + 1)), `a list of ${maxItems + 1} items, one more than its maxItems`) : []),
    ...(uniqueItems === true && first !== undefined ? edge([...plain.slice(0, Math.max(1, Math.min(plain.length, maxItems - 1))), first], "a list with an item twice") : []),
    ...(items?.boolean === false ? edge([...plain, "one-too-many"], "a list with an item that has no place") : []),
    ...(contains === undefined ? [] : edge(values.once(schema, "without what it contains", () => sample({ ...free, items: { at: contains.at, allOf: [...(items === undefined ? [] : [items]), { at: contains.at, not: contains }] } }, { fill: "required" })) ?? [], "a list without what it has to contain")),
    ...tooOften(schema, plain, values).map((value): Edge => ({ value, title: "a list with more than its maxContains of what it contains", depth })),
    ...inside,
  ];
}

/** A schema without what it says of how many items there are; `asUnique` still says where none may be there twice. The same ones each time. */
function freeOf(schema: Schema): { readonly free: Schema; readonly asUnique: Schema } {
  const { minItems: _least, maxItems: _most, uniqueItems, contains: _contains, minContains: _some, ...free } = schema;
  const known = freed.get(schema) ?? { free, asUnique: uniqueItems === true ? { ...free, uniqueItems } : free };
  freed.set(schema, known);
  return known;
}

const freed = new WeakMap<Schema, { readonly free: Schema; readonly asUnique: Schema }>();

function joined(plain: readonly Json[], rest: Json | undefined): Json | undefined {
  return Array.isArray(rest) ? [...plain, ...rest] : undefined;
}

function tooOften(schema: Schema, plain: readonly Json[], { once, sample }: ValidValues): Json[] {
  const { contains, maxContains, items } = schema;
  if (contains === undefined || maxContains === undefined || maxContains > longest) return [];
  // It is an item as well.
  const item = once(schema, "what it contains", () => sample(items === undefined ? contains : { at: contains.at, allOf: [items, contains] }, { fill: "required" }));
  return item === undefined ? [] : [[...plain, ...Array.from({ length: (maxContains ?? 0) + 1 }, () => item)]];
}

const longest = 1000;

function filled(plain: readonly Json[], item: Json, length: number): Json[] {
  return [...plain, ...Array.from({ length: Math.max(length - plain.length, 0) }, () => item)];
}
