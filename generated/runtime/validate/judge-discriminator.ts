import type { Evaluated } from "./evaluated.js";
import { follow, longer } from "./follow.js";
import { pointerToken, type Run, type Spot, violate } from "./judging.js";
import { has, isRecord } from "./record.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import { showList } from "./show.js";

/** A schema with a `discriminator`, which is of use for objects only. */
type Discriminating = SchemaObject & { readonly discriminator: NonNullable<SchemaObject["discriminator"]> };

/**
 * OAS "Discriminator Object": whether the value of one property decides which schema a value follows. Where that is missing, and the
 * document does not say what it follows then, the union says for itself whether it may be.
 */
export function isDispatched(schema: SchemaObject, value: unknown): schema is Discriminating {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator === undefined || !isRecord(value)) return false;
  return has(value, discriminator.propertyName) || discriminator.fallback !== undefined || (oneOf === undefined && anyOf === undefined);
}

/**
 * Judges an object by the schema that its discriminator names, which takes the place of `oneOf` and `anyOf`. Where there are none of
 * these, the discriminator is for heirs, and an object may be none of them. Once it has decided, a schema that has the union in its
 * `allOf` wants the rest of it.
 */
export function judgeDiscriminator(schema: Discriminating, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  if (hasDispatched(schema, spot)) return true;
  const { propertyName, mapping } = schema.discriminator;
  const tag = isRecord(value) && has(value, propertyName) ? value[propertyName] : undefined;
  const name = typeof tag === "string" || typeof tag === "number" || typeof tag === "boolean" ? String(tag) : undefined;
  const target: (() => SchemaData) | undefined = name !== undefined && Object.hasOwn(mapping, name) ? mapping[name] : schema.discriminator.fallback;
  if (target !== undefined) {
    const there: Spot = { ...spot, chain: longer(spot, schema, true), schema: `${spot.schema}/discriminator/mapping/${pointerToken(name ?? "")}` };
    return follow(target(), value, there, run, evaluated);
  }
  if (schema.oneOf === undefined && schema.anyOf === undefined) return true;
  const at = { ...spot, path: `${spot.path}/${pointerToken(propertyName)}` };
  return violate(run, at, "discriminator", `must be one of ${showList(Object.keys(mapping))}`);
}

function hasDispatched(schema: SchemaObject, spot: Spot): boolean {
  let link = spot.chain;
  while (link !== undefined && !(link.schema === schema && link.dispatched)) link = link.before;
  return link !== undefined;
}
