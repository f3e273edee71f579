import type { Json } from "../../json.ts";
import type { Discriminator, Schema, SchemaId } from "../schema.ts";
import type { Attempt, Making, Place } from "./making.ts";

/** The schemas that a value has to fit together, and the named ones among them. */
export type Parts = { readonly parts: readonly Schema[]; readonly names: ReadonlySet<SchemaId> };

/**
 * What some schemas ask of a value, without the keywords that refer to others or offer a choice: of `anyOf`, `oneOf`, a discriminator, a
 * condition, an attempt takes one. Whether the value keeps to what was not taken as well is for the judge to say.
 */
export function partsOf(demand: readonly Schema[], place: Place, attempt: Attempt, making: Making): Parts {
  const seen = new Set<Schema>();
  const names = new Set<SchemaId>();
  const work = [...demand];
  for (let schema = work.shift(); schema !== undefined && seen.size < 300; schema = work.shift()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    if (schema.ref !== undefined) names.add(schema.ref);
    work.push(...referred(schema, making), ...(schema.allOf ?? []), ...chosen(schema, insideOf(place, names), attempt, making), ...conditional(schema, attempt), ...refused(schema, attempt, making));
  }
  return { parts: [...seen], names };
}

/** The same place, inside some more named schemas. */
export function insideOf(place: Place, names: ReadonlySet<SchemaId>): Place {
  return names.size === 0 ? place : { ...place, around: new Set([...place.around, ...names]) };
}

function referred({ ref }: Schema, { schemas }: Making): Schema[] {
  return ref === undefined ? [] : [schemas.get(ref) ?? []].flat();
}

/** A branch of each union, and the value that the discriminator has for it. */
function chosen(schema: Schema, place: Place, attempt: Attempt, making: Making): Schema[] {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator === undefined && oneOf === undefined && anyOf === undefined) return [];
  const one = oneOf && pickOf(oneOf, place, attempt, making);
  const unions = [one, anyOf && pickOf(anyOf, place, attempt, making)].filter((branch) => branch !== undefined);
  // What fits one branch of `oneOf` by nature often fits others: later attempts see to it that it does not.
  if (one !== undefined && attempt.number > 3) unions.push(...(oneOf ?? []).filter((branch) => branch !== one).map((branch): Schema => ({ at: schema.at, not: branch })));
  if (discriminator === undefined) return unions;
  if (unions.length > 0) return [...unions, ...unions.flatMap((branch) => tagOf(discriminator, branch, schema))];
  const entry = discriminator.mapping[attempt.number % Math.max(1, discriminator.mapping.length)];
  const heir = entry && making.schemas.get(entry.target);
  if (entry === undefined || heir === undefined || place.around.has(entry.target)) return [];
  return [heir, tagSchema(discriminator.propertyName, entry.value, schema)];
}

function tagOf({ propertyName, mapping }: Discriminator, branch: Schema, { at }: Schema): Schema[] {
  const entry = mapping.find(({ target }) => target === branch.ref || target === branch.at);
  return entry === undefined ? [] : [tagSchema(propertyName, entry.value, { at })];
}

function tagSchema(name: string, value: Json, { at }: Schema): Schema {
  return { at, properties: [{ name, schema: { at, const: { value } } }], required: [name] };
}

/** One of several schemas: the first attempt takes the first that is of use, the next ones those after it. */
function pickOf(branches: readonly Schema[], place: Place, { number, random }: Attempt, making: Making): Schema | undefined {
  const ranked = branches.map((branch) => ({ branch, rank: rankOf(branch, place) })).sort((one, other) => one.rank - other.rank);
  const useful = ranked.filter(({ rank }) => rank < 3);
  const among = number < ranked.length && useful.length > 0 ? useful : ranked;
  const index = making.isRandom || number >= ranked.length ? random.below(among.length) : Math.min(number, among.length - 1);
  return among[index]?.branch;
}

/** What ends is better than what goes round again, and the more so the deeper it is. */
function rankOf(schema: Schema, { depth, around }: Place): number {
  const { boolean, types, ref } = schema;
  if (boolean === false) return 5;
  if (types?.length === 1 && types[0] === "null") return depth > 6 ? -1 : 3;
  if (leadsBack(schema, around)) return depth > 1 ? 4 : 2;
  return depth > 6 && (ref !== undefined || types === undefined || types.includes("object") || types.includes("array")) ? 1 : 0;
}

/** Whether every value of a schema has one of a named schema in it that it is itself a part of. */
function leadsBack({ ref, properties = [], required = [] }: Schema, around: ReadonlySet<SchemaId>): boolean {
  const asked = properties.filter(({ name }) => required.includes(name)).flatMap(({ schema: { ref: own, items, minItems = 0 } }) => [own, minItems > 0 ? items?.ref : undefined]);
  return [ref, ...asked].some((id) => id !== undefined && around.has(id));
}

/** One way not to be what is refused: to lie beyond one of its bounds, or to have a property or an item that is not as it asks. */
function refused({ at, not }: Schema, { number, random }: Attempt, { schemas }: Making): Schema[] {
  if (not === undefined || number < 1) return [];
  const ways = wholeOf(not, schemas).flatMap((part): Schema[] => {
    const { minimum, maximum, minLength = 0, maxLength, properties = [], items } = part;
    return [
      ...(minimum === undefined ? [] : [{ at, exclusiveMaximum: minimum }]),
      ...(maximum === undefined ? [] : [{ at, exclusiveMinimum: maximum }]),
      ...(minLength === 0 ? [] : [{ at, maxLength: minLength - 1 }]),
      ...(maxLength === undefined ? [] : [{ at, minLength: maxLength + 1 }]),
      ...(number < 3 ? [] : properties.map(({ name, schema }) => ({ at, properties: [{ name, schema: { at, not: schema } }], required: [name] }))),
      ...(number < 3 || items === undefined ? [] : [{ at, contains: { at, not: items } }]),
    ];
  });
  // What a composed schema adds comes last, and tells it from what it is composed of.
  return ways.slice(ways.length - 1 - Math.floor(random.next() ** 2 * ways.length)).slice(0, 1);
}

/** A schema with what it refers to and is composed of. */
function wholeOf(schema: Schema, schemas: Making["schemas"]): Schema[] {
  const parts = new Set([schema]);
  // The set grows while it is walked.
  for (const { ref, allOf = [] } of parts) {
    const target = ref === undefined ? undefined : schemas.get(ref);
    for (const part of target === undefined ? allOf : [target, ...allOf]) if (parts.size < 30) parts.add(part);
  }
  return [...parts];
}

function conditional(schema: Schema, { number, random }: Attempt): Schema[] {
  const { at, if: condition, then: positive, else: negative } = schema;
  if (condition === undefined) return [];
  const holds = number < 4 ? number % 2 === 0 : random.below(2) === 0;
  if (holds) return [condition, ...(positive === undefined ? [] : [positive])];
  return [{ at, not: condition }, ...(negative === undefined ? [] : [negative])];
}
