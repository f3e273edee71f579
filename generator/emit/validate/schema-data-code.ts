import type { Json } from "../../json.ts";
import { escapePointer } from "../../json.ts";
import { code, type Printable } from "../../print/printable.ts";
import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import type { Discriminator, Pointer, Property, Schema, SchemaId } from "../../model/schema.ts";
import type { View } from "../../model/views.ts";
import { jsonLiteral, memberKey } from "./json-literal.ts";
import { asConstant, listCode, type LiteralCode, memberCode, objectCode, textCode } from "./literal-code.ts";
import { nothingHidden } from "./place.ts";
import type { ValidatorPlan } from "./plan-validators.ts";
import { exported } from "./validator-call.ts";

/** A schema as an object literal of the type SchemaData, in one view. References are functions that give what other files export. */
export function schemaDataCode(schema: Schema, { validators, view }: Writing): Printable {
  return dataOf(schema, { validators, view, at: undefined, hidden: nothingHidden }, { keyword: "" }).code;
}

type Writing = { validators: ValidatorPlan; view: View };

/** What a schema is a part of. `hidden`: names that need not be there. */
type Parent = Writing & { at: Pointer | undefined; hidden: ReadonlySet<string> };

/** Where in its parent a schema stands: in `not`, in `allOf` at `1`, in `properties` at `name`. */
type Step = { keyword: string; token?: string };

// Of a large document there are a hundred thousand, most with a `type` and nothing else: hence one loop, and only then the rest.
function dataOf(schema: Schema, parent: Parent, step: Step): LiteralCode {
  if (schema.boolean !== undefined) return textCode(String(schema.boolean));
  const { validators, view } = parent;
  const hidden = validators.hiddenNames(schema, view, parent.hidden);
  // Where it stands is written only where its keyword does not say so.
  const members: LiteralCode[] = isExpected(schema.at, parent.at, step) ? [] : [memberCode("at", textCode(jsonLiteral(schema.at)))];
  let holdsSchemas = false;
  for (const key in schema) {
    const value = assertionOf(key, schema, hidden);
    if (value !== undefined) members.push(memberCode(key === "types" ? "type" : key, textCode(jsonLiteral(value))));
    else holdsSchemas ||= schemaKeywords.has(key);
  }
  if (!holdsSchemas) return objectCode(members);
  const { at } = schema;
  return objectCode([...members, ...inPlace(schema, { validators, view, at, hidden }), ...inside(schema, { validators, view, at, hidden: nothingHidden })]);
}

// The pointer that is expected is not made: it would be long, and this is asked of every schema.
function isExpected(at: Pointer, parent: Pointer | undefined, { keyword, token }: Step): boolean {
  if (parent === undefined) return false;
  const length = parent.length + 1 + keyword.length + (token === undefined ? 0 : token.length + 1);
  return at.length === length && at.startsWith(parent) && at.startsWith(keyword, parent.length + 1) && (token === undefined || at.endsWith(token));
}

/** The value of a keyword that holds no schema. */
function assertionOf(key: string, schema: Schema, hidden: ReadonlySet<string>): Json | undefined {
  switch (key) {
    case "types":
      return schema.types?.length === 1 ? schema.types[0] : schema.types;
    case "const":
      return schema.const?.value;
    case "required": {
      const open = hidden.size === 0 ? schema.required : schema.required?.filter((name) => !hidden.has(name));
      return open?.length === 0 ? undefined : open;
    }
    case "dependentRequired":
      return Object.fromEntries((schema.dependentRequired ?? []).map((each) => [each.name, each.required]));
    case "enum": case "minimum": case "maximum": case "exclusiveMinimum": case "exclusiveMaximum": case "multipleOf": case "minLength":
    case "maxLength": case "pattern": case "format": case "minItems": case "maxItems": case "uniqueItems": case "minContains":
    case "maxContains": case "minProperties": case "maxProperties":
      return schema[key];
    default:
      return undefined;
  }
}

const listsInPlace = ["allOf", "anyOf", "oneOf"] as const;
const singlesInPlace = ["not", "if", "then", "else"] as const;
const mapsInside = ["properties", "patternProperties"] as const;
const singlesInside = ["additionalProperties", "unevaluatedProperties", "propertyNames", "items", "unevaluatedItems", "contains"] as const;
const schemaKeywords: ReadonlySet<string> = new Set([
  "ref", ...listsInPlace, ...singlesInPlace, "dependentSchemas", "discriminator", ...mapsInside, "prefixItems", ...singlesInside,
]);

/** Keywords that hold schemas for the same value. */
function inPlace(schema: Schema, own: Parent): LiteralCode[] {
  const members: LiteralCode[] = schema.ref === undefined ? [] : [memberCode("$ref", reference(schema.ref, own))];
  for (const keyword of listsInPlace) members.push(...listOf(keyword, schema[keyword], own));
  for (const keyword of singlesInPlace) members.push(...singleOf(keyword, schema[keyword], own));
  members.push(...mapOf("dependentSchemas", schema.dependentSchemas, own));
  const discriminator = decidingDiscriminator(schema);
  return discriminator === undefined ? members : [...members, memberCode("discriminator", discriminatorCode(discriminator, own))];
}

function discriminatorCode({ propertyName, mapping, defaultTarget }: Discriminator, own: Parent): LiteralCode {
  const targets = mapping.map(({ value, target }) => memberCode(memberKey(value), reference(target, own)));
  const fallback = defaultTarget === undefined ? [] : [memberCode("fallback", reference(defaultTarget, own))];
  return objectCode([memberCode("propertyName", textCode(jsonLiteral(propertyName))), memberCode("mapping", objectCode(targets)), ...fallback]);
}

/** Keywords that hold schemas for parts of the value. */
function inside(schema: Schema, own: Parent): LiteralCode[] {
  const members: LiteralCode[] = [];
  for (const keyword of mapsInside) members.push(...mapOf(keyword, schema[keyword], own));
  members.push(...listOf("prefixItems", schema.prefixItems, own));
  for (const keyword of singlesInside) members.push(...singleOf(keyword, schema[keyword], own));
  return members;
}

const none: readonly LiteralCode[] = [];

function singleOf(keyword: string, part: Schema | undefined, own: Parent): readonly LiteralCode[] {
  return part === undefined ? none : [memberCode(keyword, dataOf(part, own, { keyword }))];
}

function listOf(keyword: string, parts: readonly Schema[] | undefined, own: Parent): readonly LiteralCode[] {
  return parts === undefined ? none : [memberCode(keyword, listCode(parts.map((part, index) => dataOf(part, own, { keyword, token: String(index) }))))];
}

function mapOf(keyword: string, entries: readonly Property[] | undefined, own: Parent): readonly LiteralCode[] {
  if (entries === undefined) return none;
  const members = entries.map(({ name, schema }) => {
    const value = dataOf(schema, own, { keyword, token: escapePointer(name) });
    return memberCode(memberKey(name), name in Object.prototype ? asConstant(value) : value);
  });
  return [memberCode(keyword, objectCode(members))];
}

/** `() => ownerSchema`: files may refer to each other in circles. */
function reference(id: SchemaId, { validators, view }: Writing): LiteralCode {
  const validator = validators.of(id, view);
  if (validator === undefined) return textCode("() => true");
  return { code: code`() => ${exported(validator, validator.data)}`, length: 6 + validator.data.length };
}
