import type { Spot } from "./judging.js";
import type { SchemaData, SchemaObject, TypeName } from "./schema-data.js";

/** What a person would call a schema: `Cat`; else its place, `/paths/…/oneOf/1`. */
export function nameOf(schema: SchemaData, spot: Spot): string {
  const at = typeof schema === "boolean" ? undefined : partsOf(schema).find(({ at: place }) => place?.startsWith("/components/schemas/"))?.at;
  const place = at ?? (typeof schema === "object" ? schema.at : undefined) ?? spot.schema;
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(place) ?? [];
  return name === undefined ? place : name.replace(/~1/g, "/").replace(/~0/g, "~");
}

/** The types that a schema allows at most; `undefined` where it leaves them open. */
export function typesOf(schema: SchemaData): readonly TypeName[] | undefined {
  if (typeof schema === "boolean") return schema ? undefined : [];
  for (const { type } of partsOf(schema)) if (type !== undefined) return typeof type === "string" ? [type] : type;
  return undefined;
}

/** The values that a schema allows for a property, where it lists them: by `const` or `enum`. */
export function choicesOf(schema: SchemaData, property: string): readonly unknown[] | undefined {
  if (typeof schema === "boolean") return undefined;
  for (const { properties } of partsOf(schema)) {
    const member = properties !== undefined && Object.hasOwn(properties, property) ? properties[property] : undefined;
    const choices = member === undefined ? undefined : ownChoices(member);
    if (choices !== undefined) return choices;
  }
  return undefined;
}

/** The properties for which a schema lists the values. */
export function chosenProperties(schema: SchemaData): string[] {
  if (typeof schema === "boolean") return [];
  return partsOf(schema).flatMap(({ properties = {} }) => Object.keys(properties)).filter((name) => choicesOf(schema, name) !== undefined);
}

/** The values that a schema allows, where it lists them. */
export function ownChoices(schema: SchemaData): readonly unknown[] | undefined {
  if (typeof schema === "boolean") return undefined;
  const chosen = partsOf(schema).find((part) => part.enum !== undefined || "const" in part);
  return chosen === undefined ? undefined : "const" in chosen ? [chosen.const] : chosen.enum;
}

/** A schema, and what it refers to or is composed of, as far as it takes to know it. */
function partsOf(schema: SchemaObject): SchemaObject[] {
  const parts = [schema];
  for (const part of parts) {
    if (parts.length > 30) break;
    const inner = [...(part.$ref === undefined ? [] : [part.$ref()]), ...(part.allOf ?? [])];
    for (const each of inner) if (typeof each === "object" && !parts.includes(each)) parts.push(each);
  }
  return parts;
}
