import type { Json } from "../json.ts";
import { escapePointer, isObject, member } from "../json.ts";
import type { Reader } from "./reader.ts";
import type { Discriminator, Pointer, Schema, SchemaId } from "./schema.ts";
import { componentName } from "./component-name.ts";
import { schemaId } from "./schema-keyword.ts";

/** A discriminator with what its document says outright: the explicit `mapping`, and 3.2's `defaultMapping`. */
export function buildDiscriminator(value: Json, at: Pointer, reader: Reader): Discriminator | undefined {
  const place = `${at}/discriminator`;
  const propertyName = isObject(value) ? member(value, "propertyName") : undefined;
  if (!isObject(value) || typeof propertyName !== "string") {
    reader.ignored(place, "A discriminator must be an object with a propertyName; it is left out.");
    return undefined;
  }
  const discriminator: Discriminator = { propertyName, mapping: explicitMapping(value, place, reader) };
  const other = member(value, "defaultMapping");
  const defaultTarget = other === undefined ? undefined : schemaId(other, reader);
  if (defaultTarget !== undefined) discriminator.defaultTarget = defaultTarget;
  else if (other !== undefined) reader.warn("unresolved-mapping", `${place}/defaultMapping`, "No schema is known by this name; it is left out.");
  return discriminator;
}

/** Adds the members of a `oneOf` or `anyOf` that are components and that no explicit entry names (OAS: "implicit"). */
export function completeUnion(schema: Schema, discriminator: Discriminator): void {
  const members = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  addImplicit(discriminator, members.flatMap(({ ref }) => ref ?? []));
}

/** Adds targets under the names they have as components, save for those that the mapping names already. */
export function addImplicit(discriminator: Discriminator, targets: readonly SchemaId[]): void {
  const named = new Set(discriminator.mapping.map(({ target }) => target));
  const taken = new Set(discriminator.mapping.map(({ value }) => value));
  for (const target of targets) {
    const value = componentName(target, "schemas");
    if (value === undefined || named.has(target) || taken.has(value)) continue;
    discriminator.mapping.push({ value, target });
    named.add(target);
  }
}

function explicitMapping(discriminator: { [key: string]: Json }, at: Pointer, reader: Reader): Discriminator["mapping"] {
  const mapping = member(discriminator, "mapping");
  if (mapping === undefined) return [];
  if (!isObject(mapping)) {
    reader.ignored(`${at}/mapping`, `"mapping" must be an object; it is left out.`);
    return [];
  }
  return Object.keys(mapping).flatMap((value) => {
    const target = schemaId(mapping[value] ?? null, reader);
    if (target !== undefined) return [{ value, target }];
    reader.warn("unresolved-mapping", `${at}/mapping/${escapePointer(value)}`, `No schema is known that "${value}" stands for; it is left out.`);
    return [];
  });
}
