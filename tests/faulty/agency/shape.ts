import { isObject, type Json, type JsonObject, member, valueAt } from "../../../generator/json.ts";
import { formats } from "./formats.ts";

/** What a request's value breaks of a schema of OpenAPI 3.0, in words; `undefined` where it breaks nothing. Written by hand: it is to share no misreading with what is tested. */
export function wrongIn(document: Json, schema: Json | undefined, value: Json): string | undefined {
  const rules = resolved(document, schema);
  const wrong = (some: Json | undefined, of: Json) => wrongIn(document, some, of);
  if (value === null) return rules["nullable"] === true || isNullable(rules) ? undefined : "it is null";
  const all = listAt(rules, "allOf").map((each) => wrong(each, value)).find((each) => each !== undefined);
  if (all !== undefined) return all;
  return wrongBranch(document, rules, value) ?? wrongType(rules, value) ?? wrongHere(rules, value, wrong);
}

/** The schema that a reference leads to; what stands beside it does not count in 3.0. */
export function resolved(document: Json, schema: Json | undefined): JsonObject {
  const rules = isObject(schema) ? schema : {};
  const reference = rules["$ref"];
  return typeof reference === "string" ? resolved(document, valueAt(document, reference.slice(1))) : rules;
}

/** Without a type, or rules for one, anything may be there. */
function isNullable(rules: JsonObject): boolean {
  return rules["type"] === undefined && ["enum", "allOf", "oneOf", "anyOf"].every((keyword) => rules[keyword] === undefined);
}

/** By the discriminator where there is one, else exactly one of all. */
function wrongBranch(document: Json, rules: JsonObject, value: Json): string | undefined {
  const branches = listAt(rules, "oneOf");
  if (branches.length === 0) return undefined;
  const { propertyName, mapping } = isObject(rules["discriminator"]) ? rules["discriminator"] : {};
  if (typeof propertyName !== "string") {
    const right = branches.filter((branch) => wrongIn(document, branch, value) === undefined).length;
    return right === 1 ? undefined : `it is as ${right} of the branches say`;
  }
  const name = isObject(value) ? member(value, propertyName) : undefined;
  const at = typeof name === "string" && isObject(mapping) ? member(mapping, name) : undefined;
  return typeof at === "string" ? wrongIn(document, { $ref: at }, value) : `${propertyName} says nothing that is known`;
}

function wrongType({ type }: JsonObject, value: Json): string | undefined {
  const is = Array.isArray(value) ? "array" : typeof value;
  if (type === undefined || type === is || (type === "integer" && typeof value === "number" && Number.isInteger(value))) return undefined;
  return `it is no ${JSON.stringify(type)}`;
}

function wrongHere(rules: JsonObject, value: Json, wrong: (schema: Json | undefined, value: Json) => string | undefined): string | undefined {
  const allowed = rules["enum"];
  if (Array.isArray(allowed) && !allowed.some((each) => each === value)) return "it is none of those";
  if (typeof value === "number") return wrongNumber(rules, value);
  if (typeof value === "string") return wrongText(rules, value);
  if (Array.isArray(value)) return wrongList(rules, value, wrong);
  return isObject(value) ? wrongObject(rules, value, wrong) : undefined;
}

function wrongNumber(rules: JsonObject, value: number): string | undefined {
  const { minimum, maximum, multipleOf } = rules;
  if (typeof minimum === "number" && (rules["exclusiveMinimum"] === true ? value <= minimum : value < minimum)) return "it is too small";
  if (typeof maximum === "number" && (rules["exclusiveMaximum"] === true ? value >= maximum : value > maximum)) return "it is too large";
  return typeof multipleOf === "number" && !Number.isInteger(value / multipleOf) ? `it is no multiple of ${multipleOf}` : undefined;
}

function wrongText(rules: JsonObject, value: string): string | undefined {
  const length = [...value].length;
  if (length < numberAt(rules, "minLength", 0)) return "it is too short";
  if (length > numberAt(rules, "maxLength", Infinity)) return "it is too long";
  const { pattern, format } = rules;
  if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value)) return `it is not as ${pattern}`;
  return typeof format === "string" && formats[format]?.(value) === false ? `it is no ${format}` : undefined;
}

function wrongList(rules: JsonObject, value: readonly Json[], wrong: (schema: Json | undefined, value: Json) => string | undefined): string | undefined {
  if (value.length < numberAt(rules, "minItems", 0)) return "there are too few";
  if (value.length > numberAt(rules, "maxItems", Infinity)) return "there are too many";
  if (rules["uniqueItems"] === true && new Set(value.map((each) => JSON.stringify(each))).size < value.length) return "one is there twice";
  return value.map((each) => wrong(rules["items"], each)).find((each) => each !== undefined);
}

function wrongObject(rules: JsonObject, value: JsonObject, wrong: (schema: Json | undefined, value: Json) => string | undefined): string | undefined {
  const properties = isObject(rules["properties"]) ? rules["properties"] : {};
  const names = Object.keys(value);
  if (names.length < numberAt(rules, "minProperties", 0)) return "there are too few members";
  if (names.length > numberAt(rules, "maxProperties", Infinity)) return "there are too many members";
  const isTold = (name: string) => valueAt(properties, `/${name}/readOnly`) === true;
  for (const name of listAt(rules, "required")) if (typeof name === "string" && !isTold(name) && !Object.hasOwn(value, name)) return `${name} is missing`;
  for (const [name, each] of Object.entries(value)) {
    const rule = member(properties, name) ?? rules["additionalProperties"];
    if (rule === false) return `${name} is not known`;
    // What only an answer says is not looked at in a request.
    const found = isObject(rule) && rule["readOnly"] !== true ? wrong(rule, each) : undefined;
    if (found !== undefined) return `${name}: ${found}`;
  }
  return undefined;
}

function numberAt(rules: JsonObject, keyword: string, otherwise: number): number {
  const value = rules[keyword];
  return typeof value === "number" ? value : otherwise;
}

function listAt(rules: JsonObject, keyword: string): readonly Json[] {
  const value = rules[keyword];
  return Array.isArray(value) ? value : [];
}
