import type { Json } from "../../json.ts";
import { escapePointer } from "../../json.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import type { Property, Schema, SchemaId } from "../../model/schema.ts";
import type { View } from "../../model/views.ts";
import { jsonLiteral, memberKey } from "./json-literal.ts";
import type { ValidatorPlan } from "./plan-validators.ts";
import { isLonger } from "./print-condition.ts";
import { spansLines } from "../call/spans-lines.ts";
import { exported } from "./validator-call.ts";

/** A schema as an object literal of the type SchemaData, in one view. References are functions that give what other files export. */
export function schemaDataCode(schema: Schema, { validators, view }: { validators: ValidatorPlan; view: View }): Printable {
  return dataOf(schema, { validators, view, expected: undefined, hidden: new Set() });
}

/** `expected`: where the schema stands if its keyword says so; it is written only where it does not. */
type Writing = { validators: ValidatorPlan; view: View; expected: string | undefined; hidden: ReadonlySet<string> };

type Member = readonly [keyword: string, value: Printable];

function dataOf(schema: Schema, outer: Writing): Printable {
  if (schema.boolean !== undefined) return String(schema.boolean);
  const hidden = outer.validators.hiddenNames(schema, outer.view, outer.hidden);
  const at: Member[] = schema.at === outer.expected ? [] : [["at", jsonLiteral(schema.at)]];
  return objectOf([...at, ...assertions(schema, hidden), ...inPlace(schema, { ...outer, hidden }), ...inside(schema, { ...outer, hidden: new Set() })]);
}

/** Keywords that hold no schema, in the order in which the document has them. */
function assertions(schema: Schema, hidden: ReadonlySet<string>): Member[] {
  const members: Member[] = [];
  for (const key in schema) {
    const value = assertionOf(key, schema, hidden);
    if (value !== undefined) members.push([key === "types" ? "type" : key, jsonLiteral(value)]);
  }
  return members;
}

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

/** Keywords that hold schemas for the same value. */
function inPlace(schema: Schema, writing: Writing): Member[] {
  const { ref } = schema;
  const members: Member[] = ref === undefined ? [] : [["$ref", reference(ref, writing)]];
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    const parts = schema[keyword]?.map((part, index) => childOf(part, schema, `${keyword}/${index}`, writing));
    if (parts !== undefined) members.push([keyword, listOf(parts)]);
  }
  members.push(...singles(schema, ["not", "if", "then", "else"], writing), ...maps(schema, ["dependentSchemas"], writing));
  return [...members, ...discriminatorOf(schema, writing)];
}

/** Keywords that hold schemas for parts of the value. */
function inside(schema: Schema, writing: Writing): Member[] {
  const prefix = schema.prefixItems?.map((item, index) => childOf(item, schema, `prefixItems/${index}`, writing));
  const single = singles(schema, ["additionalProperties", "unevaluatedProperties", "propertyNames", "items", "unevaluatedItems", "contains"], writing);
  return [...maps(schema, ["properties", "patternProperties"], writing), ...(prefix === undefined ? [] : [["prefixItems", listOf(prefix)] as const]), ...single];
}

type Single = "not" | "if" | "then" | "else" | "additionalProperties" | "unevaluatedProperties" | "propertyNames" | "items" | "unevaluatedItems" | "contains";

function singles(schema: Schema, keywords: readonly Single[], writing: Writing): Member[] {
  return keywords.flatMap((keyword) => {
    const part = schema[keyword];
    return part === undefined ? [] : [[keyword, childOf(part, schema, keyword, writing)] as const];
  });
}

function maps(schema: Schema, keywords: readonly ("properties" | "patternProperties" | "dependentSchemas")[], writing: Writing): Member[] {
  return keywords.flatMap((keyword) => {
    const write = ({ name, schema: part }: Property): Member => {
      const value = childOf(part, schema, `${keyword}/${escapePointer(name)}`, writing);
      // Of a member of such a name TypeScript believes that it is Object's, and forgets which literals are in it.
      return [memberKey(name), name in Object.prototype ? [value, " as const"] : value];
    };
    return schema[keyword] === undefined ? [] : [[keyword, objectOf(schema[keyword].map(write))] as const];
  });
}

function childOf(part: Schema, parent: Schema, step: string, writing: Writing): Printable {
  return dataOf(part, { ...writing, expected: `${parent.at}/${step}` });
}

function discriminatorOf(schema: Schema, writing: Writing): Member[] {
  const discriminator = decidingDiscriminator(schema);
  if (discriminator === undefined) return [];
  const { propertyName, mapping, defaultTarget } = discriminator;
  const entries = mapping.map(({ value, target }): Member => [memberKey(value), reference(target, writing)]);
  const fallback: Member[] = defaultTarget === undefined ? [] : [["fallback", reference(defaultTarget, writing)]];
  return [["discriminator", objectOf([["propertyName", jsonLiteral(propertyName)], ["mapping", objectOf(entries)], ...fallback])]];
}

/** `() => ownerSchema`: files may refer to each other in circles. */
function reference(id: SchemaId, { validators, view }: Writing): Printable {
  const validator = validators.of(id, view);
  return validator === undefined ? "() => true" : code`() => ${exported(validator, validator.data)}`;
}

function objectOf(members: readonly Member[]): Printable {
  const lines = members.map(([key, value]) => code`${key}: ${value}`);
  if (lines.length > 0 && !lines.some(spansLines) && !isLonger(lines, 100)) return code`{ ${separated(lines, ", ")} }`;
  return block(lines.map((line) => [line, ","]));
}

function listOf(items: readonly Printable[]): Printable {
  if (!items.some(spansLines) && !isLonger(items, 100)) return code`[${separated(items, ", ")}]`;
  return ["[", { indented: items.map((item) => ["\n", item, ","]) }, "\n]"];
}
