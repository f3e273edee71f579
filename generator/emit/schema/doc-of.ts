import type { Json } from "../../json.ts";
import type { Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { type DocTag, jsDoc } from "../../print/js-doc.ts";
import { schemaToJson } from "./schema-to-json.ts";

/** The doc comment of a schema: what its author wrote, and all that it demands and a type cannot say. */
export function docOf(schema: Schema, plan: TypePlan): string {
  const { doc } = schema;
  return jsDoc(doc === undefined ? [] : [doc.title, doc.summary, doc.description], tagsOf(schema, plan));
}

/** `@deprecated`, `@default 1`, `@minimum 0`, `@pattern ^a`, and, for parts that have no comment of their own, `@items minLength 1`. */
export function tagsOf(schema: Schema, plan: TypePlan): DocTag[] {
  const { doc } = schema;
  const tags: DocTag[] = [];
  if (doc?.deprecated === true) tags.push({ tag: "deprecated", text: "" });
  if (!isPlain(schema)) tags.push(...keywordTags(schema, plan));
  for (const example of doc?.examples ?? []) tags.push({ tag: "example", text: shortJson(example) });
  if (doc?.externalDocs !== undefined) tags.push({ tag: "see", text: seeText(doc.externalDocs) });
  return tags;
}

/** Most schemas are a type and words, and this is asked of every one. */
function isPlain(schema: Schema): boolean {
  for (const key in schema) if (!plain.has(key)) return false;
  return !isInteger(schema);
}

const plain: ReadonlySet<string> = new Set(["at", "types", "doc", "ref", "enum", "const", "properties", "discriminator", "extensions"]);

function keywordTags(schema: Schema, plan: TypePlan): DocTag[] {
  const tags: DocTag[] = [];
  if (schema.readOnly === true) tags.push({ tag: "readonly", text: "" });
  if (schema.default !== undefined) tags.push({ tag: "default", text: shortJson(schema.default.value) });
  tags.push(...constraintsOf(schema, plan));
  if (saysOnlyRequired(schema)) tags.push({ tag: "required", text: shortJson(schema.required ?? []) });
  return [...tags, ...partTags(schema, plan, 0)];
}

/** `https://example.com The manual.` */
export function seeText({ url, description }: { url: string; description?: string }): string {
  return description === undefined ? url : `${url} ${description}`;
}

/** A schema without a type of which `required` is all that it says of objects: its type says nothing. */
function saysOnlyRequired({ types, properties, additionalProperties, ref, allOf, anyOf, oneOf, required }: Schema): boolean {
  return required !== undefined && [types, properties, additionalProperties, ref, allOf, anyOf, oneOf].every((keyword) => keyword === undefined);
}

const scalars = keysInOrder([
  "format", "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
  "minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties", "contentEncoding", "contentMediaType",
]);

const schemas = keysInOrder(["not", "if", "then", "else", "contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "contentSchema"]);

function keysInOrder<const Key extends string>(keys: readonly Key[]): ReadonlyMap<string, Key> {
  return new Map(keys.map((key) => [key, key]));
}

/** Those of the keys that a schema has, in their order. To ask for each of them would take longer. */
function keysOf<Key extends string>(schema: Schema, keys: ReadonlyMap<string, Key>): Key[] {
  const found: Key[] = [];
  for (const name in schema) {
    const key = keys.get(name);
    if (key !== undefined) found.push(key);
  }
  return found.length < 2 ? found : [...keys.values()].filter((key) => found.includes(key));
}

const demanding: ReadonlySet<string> = new Set([...scalars.keys(), ...schemas.keys(), "dependentRequired", "dependentSchemas", "patternProperties"]);

/** Most schemas demand nothing beyond their type, and this is asked of every one. */
function demandsMore(schema: Schema): boolean {
  for (const key in schema) if (demanding.has(key)) return true;
  return isInteger(schema) || isClosed(schema);
}

function isInteger({ types, format, enum: values }: Schema): boolean {
  return types !== undefined && format === undefined && values === undefined && types.includes("integer") && !types.includes("number");
}

/** A type with members takes further ones, save for those of a literal. */
function isClosed({ properties, additionalProperties }: Schema): boolean {
  return properties !== undefined && additionalProperties?.boolean === false;
}

/** What a schema demands of a value itself, beyond its type. */
function constraintsOf(schema: Schema, plan: TypePlan): DocTag[] {
  if (!demandsMore(schema)) return [];
  const tags: DocTag[] = [];
  if (isInteger(schema)) tags.push({ tag: "integer", text: "" });
  for (const key of keysOf(schema, scalars)) {
    const value = schema[key];
    if (value !== undefined) tags.push({ tag: key, text: String(value) });
  }
  for (const key of keysOf(schema, schemas)) {
    const value = schema[key];
    if (value !== undefined) tags.push({ tag: key, text: shortJson(schemaToJson(value, plan)) });
  }
  if (isClosed(schema)) tags.push({ tag: "additionalProperties", text: "false" });
  for (const { name, required } of schema.dependentRequired ?? []) tags.push({ tag: "dependentRequired", text: shortJson({ [name]: required }) });
  for (const { name, schema: value } of schema.dependentSchemas ?? []) {
    tags.push({ tag: "dependentSchemas", text: `${shortJson(name)} ${shortJson(schemaToJson(value, plan))}` });
  }
  for (const { name, schema: value } of schema.patternProperties ?? []) {
    tags.push({ tag: "patternProperties", text: `${name} ${shortJson(schemaToJson(value, plan))}` });
  }
  return tags;
}

/** Demands on the parts of a value that are printed in one line with it, where no comment can stand. */
function partTags(schema: Schema, plan: TypePlan, depth: number): DocTag[] {
  return depth > 4 || !hasParts(schema) ? [] : tagsOfParts(schema, plan, depth);
}

function tagsOfParts(schema: Schema, plan: TypePlan, depth: number): DocTag[] {
  const lists = [["allOf", schema.allOf], ["anyOf", schema.anyOf], ["oneOf", schema.oneOf], ["prefixItems", schema.prefixItems]] as const;
  const parts: [string, Schema | undefined][] = [["items", schema.items], ["additionalProperties", schema.additionalProperties]];
  for (const [key, members] of lists) members?.forEach((member, index) => parts.push([`${key}/${index}`, member]));
  return parts.flatMap(([path, part]) => {
    if (part === undefined) return [];
    const own = constraintsOf(part, plan).map(({ tag, text }) => ({ tag: path, text: `${tag} ${text}` }));
    return [...own, ...partTags(part, plan, depth + 1).map(({ tag, text }) => ({ tag: `${path}/${tag}`, text }))];
  });
}

function hasParts({ items, additionalProperties, allOf, anyOf, oneOf, prefixItems }: Schema): boolean {
  return (items ?? additionalProperties ?? allOf ?? anyOf ?? oneOf ?? prefixItems) !== undefined;
}

/** A value in one line that nobody minds reading. */
export function shortJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 400 ? text : `${text.slice(0, 400)}…`;
}
