import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../../json.ts";
import { isObject, member } from "../../json.ts";
import type { Problem } from "./failure.ts";

/** What the keywords of a schema that need no further schema say about a value: `type`, `enum`, `required`, `minItems`, … */
export function assertions(schema: JsonObject, value: Json): Problem[] {
  const type = member(schema, "type");
  if (type !== undefined) {
    const expected = Array.isArray(type) ? type.map(String) : [String(type)];
    // A value of another type fails nothing else that says more.
    if (!expected.some((each) => isOfType(value, each))) return [{ kind: "type", expected, found: value }];
  }
  const problems = allowedValues(schema, value);
  if (typeof value === "string") problems.push(...stringProblems(schema, value));
  else if (typeof value === "number") problems.push(...numberProblems(schema, value));
  else if (Array.isArray(value)) problems.push(...listProblems(schema, value));
  else if (isObject(value)) problems.push(...objectProblems(schema, value));
  return problems;
}

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case "null": return value === null;
    case "array": return Array.isArray(value);
    case "object": return isObject(value);
    case "integer": return Number.isInteger(value);
    default: return typeof value === type;
  }
}

function allowedValues(schema: JsonObject, value: Json): Problem[] {
  const constant = member(schema, "const");
  const list = member(schema, "enum");
  const allowed = constant !== undefined ? [constant] : Array.isArray(list) ? list : undefined;
  if (!allowed || allowed.some((each) => each === value || isDeepStrictEqual(each, value))) return [];
  return [{ kind: "value", allowed, found: value }];
}

function stringProblems(schema: JsonObject, value: string): Problem[] {
  const pattern = member(schema, "pattern");
  if (typeof pattern !== "string" || new RegExp(pattern, "u").test(value)) return [];
  return [{ kind: "pattern", pattern, found: value }];
}

function numberProblems(schema: JsonObject, value: number): Problem[] {
  const minimum = member(schema, "minimum");
  const exclusive = member(schema, "exclusiveMinimum");
  if (typeof exclusive === "number" && value <= exclusive) return [limit("exclusiveMinimum", exclusive, value)];
  if (typeof minimum !== "number") return [];
  // Draft 4, in which the schemas of 2.0 and 3.0 are written, says `exclusiveMinimum: true` beside `minimum`.
  if (exclusive === true && value <= minimum) return [limit("exclusiveMinimum", minimum, value)];
  return value < minimum ? [limit("minimum", minimum, value)] : [];
}

function listProblems(schema: JsonObject, value: Json[]): Problem[] {
  const least = member(schema, "minItems");
  const problems: Problem[] = typeof least === "number" && value.length < least ? [limit("minItems", least, value)] : [];
  const texts = new Set(value.map((item) => JSON.stringify(item)));
  if (member(schema, "uniqueItems") === true && texts.size < value.length) problems.push({ kind: "duplicate-items" });
  return problems;
}

function objectProblems(schema: JsonObject, value: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const required = member(schema, "required");
  for (const field of Array.isArray(required) ? required : []) {
    if (typeof field === "string" && !Object.hasOwn(value, field)) problems.push({ kind: "missing", field, in: value });
  }
  const least = member(schema, "minProperties");
  const most = member(schema, "maxProperties");
  const size = Object.keys(value).length;
  if (typeof least === "number" && size < least) problems.push(limit("minProperties", least, value));
  if (typeof most === "number" && size > most) problems.push(limit("maxProperties", most, value));
  return problems;
}

function limit(keyword: string, bound: number, found: Json): Problem {
  return { kind: "limit", keyword, limit: bound, found };
}
