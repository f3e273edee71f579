import type { DiagnosticCode } from "../diagnostics.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Dialect } from "./graph.ts";

/** What there is to say about an upgraded schema; `pointer` is relative to it. */
export type Note = { code: DiagnosticCode; message: string; pointer: string };

/**
 * Rewrites one schema, not those inside it, so that it means in JSON Schema 2020-12 what it meant before.
 * `nullable: true` in the result: it must also accept null, and only something around it can say so.
 */
export function upgradeSchema(node: JsonObject, dialect: Dialect): { notes: readonly Note[]; nullable: boolean } {
  if (isCurrent(node, dialect)) return unchanged;
  const notes: Note[] = [];
  let nullable = false;
  if (dialect === "3.0" && typeof node["$ref"] === "string" && Object.hasOwn(node, "$ref")) dropRefSiblings(node, notes);
  checkType(node, notes);
  if (node["nullable"] !== undefined) nullable = upgradeNullable(node, dialect, notes);
  upgradeLimit(node, "exclusiveMinimum", "minimum");
  upgradeLimit(node, "exclusiveMaximum", "maximum");
  if (Object.hasOwn(node, "example")) upgradeExample(node);
  if (Array.isArray(node["items"]) || node["dependencies"] !== undefined || node["additionalItems"] !== undefined) upgradeDraft7(node);
  if (dialect === "3.0" && node["format"] === "byte" && node["contentEncoding"] === undefined) node["contentEncoding"] = "base64";
  return { notes, nullable };
}

const unchanged = { notes: [], nullable: false };

/** Most schemas mean in 2020-12 what they meant before, and this is asked of every one. */
function isCurrent(node: JsonObject, dialect: Dialect): boolean {
  for (const key in node) {
    switch (key) {
      case "type":
        if (typeof node[key] !== "string" || !types.has(node[key])) return false;
        break;
      case "items":
        if (Array.isArray(node[key])) return false;
        break;
      case "$ref": case "format":
        if (dialect === "3.0") return false;
        break;
      case "nullable": case "exclusiveMinimum": case "exclusiveMaximum": case "example": case "dependencies": case "additionalItems":
        return false;
    }
  }
  return true;
}

const types: ReadonlySet<Json> = new Set<Json>(["null", "boolean", "object", "array", "number", "string", "integer"]);

/** What may stay beside a 3.0 `$ref`: it only describes. OAS 3.0 "Reference Object": properties beside it SHALL be ignored. */
const descriptive: ReadonlySet<string> = new Set(["$ref", "title", "description", "example", "deprecated", "externalDocs", "xml"]);

function dropRefSiblings(node: JsonObject, notes: Note[]): void {
  for (const key of Object.keys(node)) {
    if (descriptive.has(key) || key.startsWith("x-")) continue;
    delete node[key];
    notes.push({ code: "ref-siblings-ignored", message: `\`${key}\` beside a $ref is ignored in OpenAPI 3.0.`, pointer: `/${key}` });
  }
}

// Real documents say `type: int` or `type: any`; the name then says nothing that JSON Schema knows.
function checkType(node: JsonObject, notes: Note[]): void {
  if (Array.isArray(node["type"]) && node["type"].includes(null)) {
    // `type: [string, null]`: YAML makes a null of the word.
    node["type"] = node["type"].map((name) => (name === null ? "null" : name));
  }
  const type = node["type"];
  if (type === undefined || !Object.hasOwn(node, "type") || (typeof type === "string" && types.has(type))) return;
  const list = Array.isArray(type) ? type : [type];
  const known = list.filter((name) => types.has(name));
  if (known.length === list.length && list.length > 0) return;
  if (known.length > 0) node["type"] = known;
  else delete node["type"];
  const unknown = list.filter((name) => !types.has(name)).map((name) => JSON.stringify(name)).join(", ");
  const message = list.length === 0 ? "`type` is an empty list." : `${unknown} is not a type of JSON Schema.`;
  notes.push({ code: "ignored", message: `${message} It is ignored.`, pointer: "/type" });
}

/** Returns true where null has to be allowed from outside. */
function upgradeNullable(node: JsonObject, dialect: Dialect, notes: Note[]): boolean {
  const nullable = node["nullable"] === true;
  delete node["nullable"];
  if (dialect !== "3.0") {
    const message = "`nullable` means nothing since OpenAPI 3.1.";
    notes.push({ code: "ignored", message: `${message} Write \`type: [string, "null"]\` instead.`, pointer: "/nullable" });
    return false;
  }
  if (!nullable) return false;
  addNullToEnum(node, notes);
  return addNullToTypes(node);
}

// OAS 3.0.3 leaves null out of such an enum; those who write `nullable: true` beside it mean it in.
function addNullToEnum(node: JsonObject, notes: Note[]): void {
  const values = node["enum"];
  if (!Array.isArray(values) || values.includes(null)) return;
  node["enum"] = [...values, null];
  const message = "The enum of a nullable schema does not list null; it is taken as if it did.";
  notes.push({ code: "nullable-enum-without-null", message, pointer: "/enum" });
}

function addNullToTypes(node: JsonObject): boolean {
  const { type, properties, oneOf, anyOf } = node;
  const combined = ["allOf", "oneOf", "anyOf", "not"].filter((key) => node[key] !== undefined);
  const union = combined.length === 1 && type === undefined && properties === undefined ? oneOf ?? anyOf : undefined;
  // A union of nothing but its members takes null as one more of them, so that pointers into it stay true.
  if (Array.isArray(union)) {
    if (!union.some(acceptsNull)) union.push({ type: "null" });
    return false;
  }
  if (combined.length > 0) return true;
  if (typeof type === "string") node["type"] = type === "null" ? type : [type, "null"];
  else if (Array.isArray(type)) node["type"] = type.includes("null") ? type : [...type, "null"];
  else if (properties !== undefined || node["additionalProperties"] !== undefined) node["type"] = ["object", "null"];
  return false;
}

function acceptsNull(schema: Json): boolean {
  return isObject(schema) && (schema["type"] === "null" || schema["nullable"] === true);
}

// Draft 4's boolean, as in OpenAPI 3.0, into a number of its own.
function upgradeLimit(node: JsonObject, exclusive: "exclusiveMinimum" | "exclusiveMaximum", limit: "minimum" | "maximum"): void {
  const flag = node[exclusive];
  if (typeof flag !== "boolean") return;
  delete node[exclusive];
  const number = node[limit];
  if (!flag || typeof number !== "number") return;
  delete node[limit];
  node[exclusive] = number;
}

function upgradeExample(node: JsonObject): void {
  const example = node["example"];
  delete node["example"];
  if (example !== undefined && !Array.isArray(node["examples"])) node["examples"] = [example];
}

// `items` as a list and `dependencies` are of drafts before 2019-09; 2020-12 has other names for them.
function upgradeDraft7(node: JsonObject): void {
  const { items, additionalItems, dependencies } = node;
  if (Array.isArray(items)) {
    if (node["prefixItems"] === undefined) node["prefixItems"] = items;
    delete node["items"];
    if (additionalItems !== undefined) node["items"] = additionalItems;
  }
  delete node["additionalItems"];
  if (!isObject(dependencies)) return;
  delete node["dependencies"];
  const lists = Object.entries(dependencies).filter(([, value]) => Array.isArray(value));
  const schemas = Object.entries(dependencies).filter(([, value]) => !Array.isArray(value));
  if (lists.length > 0 && node["dependentRequired"] === undefined) node["dependentRequired"] = Object.fromEntries(lists);
  if (schemas.length > 0 && node["dependentSchemas"] === undefined) node["dependentSchemas"] = Object.fromEntries(schemas);
}
