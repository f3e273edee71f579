import type { Schema, SchemaId } from "../../model/schema.ts";
import type { ContentKind } from "../../runtime/server/contract.ts";
import type { CheckedOperation } from "./checks/checked-exchange.ts";
import { type Place, placesOf } from "./values/places.ts";

/**
 * The rules that requests of an operation can break, by what people call them, each with the schemas and keywords that say so, as `BrokenRule` has them:
 *
 *     { "body /age: maximum": ["/components/schemas/Pet/properties/age maximum"], "body: required": ["/components/schemas/Pet required"] }
 */
export function requestRules(tested: CheckedOperation, schemas: ReadonlyMap<SchemaId, Schema>): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  const add = (name: string, key: string) => void rules.set(name, [...(rules.get(name) ?? []), key]);
  for (const place of placesOf(tested)) {
    const label = place.in === "body" ? "body" : `${place.in} ${place.name}`;
    const kind = kindOf(place, tested);
    const isText = kind === "text" || kind === "urlencoded" || kind === "multipart";
    if (place.required && place.in !== "path") add(`${label}: given`, ruleKey({ at: place.at, keyword: "required" }));
    for (const { schema, label: where, isBranch } of placesIn(place.schema, label, schemas)) {
      // Lines are a list, whatever they are.
      const isSaid = isBranch || (kind === "lines" && schema === place.schema);
      const keywords = keywordsOf(schema).filter((keyword) => (!isSaid || keyword !== "type") && (!isText || isBrokenByTexts(schema, keyword)));
      for (const keyword of keywords) {
        const name = `${where}: ${keyword}`;
        add(name, ruleKey({ at: schema.at, keyword }));
        // Where all is text, that something is no number is said of the whole.
        if (isText && keyword === "type") add(name, ruleKey({ at: place.at, keyword }));
        if (keyword === "discriminator") for (const union of ["oneOf", "anyOf"]) add(name, ruleKey({ at: schema.at, keyword: union }));
      }
    }
  }
  return rules;
}

/** What makes two rules the same. */
export function ruleKey({ at, keyword }: { readonly at: string; readonly keyword: string }): string {
  return `${at} ${keyword}`;
}

/** What kind of content a place has; a parameter is text, unless it has a media type. */
function kindOf({ in: location, name }: Place, { contract }: CheckedOperation): ContentKind | undefined {
  if (location === "body") return contract.body?.content.find(({ mediaType }) => mediaType === name)?.kind;
  return contract.parameters.find((parameter) => parameter.name === name && parameter.in === location)?.content?.kind ?? "text";
}

/** A text may be no number, and else is what it is taken for; an empty one may be none at all, and so may a list of nothing. */
function isBrokenByTexts(schema: Schema, keyword: string): boolean {
  switch (keyword) {
    case "type":
      return schema.types?.some((type) => type === "string" || type === "array" || type === "object") !== true;
    case "minItems": case "minLength": case "minProperties":
      return schema[keyword] !== 1;
    default:
      return keyword !== "oneOf" && keyword !== "anyOf";
  }
}

/** `isBranch`: one of a union, whose types are the union's rule. */
type Labelled = { readonly schema: Schema; readonly label: string; readonly isBranch: boolean };

/** A schema and all that is in it and that a value has to follow as it stands, each once. What a discriminator decides is its own rule. */
function placesIn(start: Schema, label: string, schemas: ReadonlyMap<SchemaId, Schema>): Labelled[] {
  const found = new Map<string, Labelled>();
  const deciding = new Set<string>();
  const work: Labelled[] = [{ schema: start, label, isBranch: false }];
  for (let place = work.pop(); place !== undefined; place = work.pop()) {
    const { schema: { at, ref, discriminator }, label: where, isBranch } = place;
    if (found.has(at) || deciding.has(where)) continue;
    found.set(at, place);
    if (discriminator !== undefined) deciding.add(memberOf(where, discriminator.propertyName));
    const target = ref === undefined ? undefined : schemas.get(ref);
    work.push(...inside(place), ...(target === undefined ? [] : [{ schema: target, label: where, isBranch }]));
  }
  return [...found.values()];
}

function inside({ schema, label, isBranch }: Labelled): Labelled[] {
  const { properties = [], patternProperties = [], dependentSchemas = [], allOf = [], anyOf = [], oneOf = [], prefixItems = [], items, additionalProperties, then, else: otherwise } = schema;
  const given = (...some: readonly (Schema | undefined)[]) => some.flatMap((each) => (each === undefined || each.boolean !== undefined ? [] : [each]));
  const member = (name: string) => (each: Schema): Labelled => ({ schema: each, label: memberOf(label, name), isBranch: false });
  const whole = (isUnion: boolean) => (each: Schema): Labelled => ({ schema: each, label, isBranch: isUnion });
  return [
    // What is readOnly is none of a request's.
    ...properties.filter((property) => property.schema.readOnly !== true).flatMap((property) => given(property.schema).map(member(property.name))),
    ...given(...allOf).map(whole(isBranch)), ...given(...anyOf, ...oneOf).map(whole(true)),
    ...given(then, otherwise, ...dependentSchemas.map((each) => each.schema)).map(whole(true)),
    ...prefixItems.flatMap((each, index) => given(each).map(member(String(index)))),
    ...given(items, additionalProperties, ...patternProperties.map((each) => each.schema)).map(member("*")),
  ].reverse();
}

function memberOf(label: string, name: string): string {
  return `${label}${label.includes("/") ? "" : " "}/${name}`;
}

/** The keywords of a schema that some value breaks. */
function keywordsOf(schema: Schema): string[] {
  const { types, required = [], uniqueItems, additionalProperties, unevaluatedProperties, contains, minContains, maxContains, discriminator, format, minItems, minLength, minProperties, propertyNames, items } = schema;
  const isEmpty = new Set<string>([...(minItems === 0 ? ["minItems"] : []), ...(minLength === 0 ? ["minLength"] : []), ...(minProperties === 0 ? ["minProperties"] : [])]);
  return [
    ...(types === undefined ? [] : ["type"]),
    ...plain.filter((keyword) => schema[keyword] !== undefined && !isEmpty.has(keyword)),
    ...(discriminator === undefined ? (["oneOf", "anyOf"] as const).filter((keyword) => schema[keyword] !== undefined) : ["discriminator"]),
    ...(required.length > 0 ? ["required"] : []),
    ...(format !== undefined && !unbroken.has(format) ? ["format"] : []),
    ...(uniqueItems === true ? ["uniqueItems"] : []),
    ...(contains === undefined ? [] : [minContains === undefined ? "contains" : "minContains", ...(maxContains === undefined ? [] : ["maxContains"])]),
    ...(additionalProperties?.boolean === false ? ["additionalProperties"] : []),
    ...(unevaluatedProperties?.boolean === false ? ["unevaluatedProperties"] : []),
    ...(propertyNames === undefined ? [] : ["propertyNames"]),
    ...(items?.boolean === false ? ["items"] : []),
  ];
}

const plain = [
  "enum", "const", "not", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
  "minItems", "maxItems", "minProperties", "maxProperties", "dependentRequired",
] as const;

/** Formats that every value is of, as far as JSON has it. */
const unbroken: ReadonlySet<string> = new Set(["int64", "float", "double", "binary", "password"]);
