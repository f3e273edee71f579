import type { Discriminator, Schema } from "./schema.ts";

/**
 * The discriminator of a schema, where it decides which schema an object follows: it has to know all the objects that the union beside it
 * allows, for one that it does not know has no value to be known by.
 */
export function decidingDiscriminator({ discriminator, oneOf = [], anyOf = [] }: Schema): Discriminator | undefined {
  if (discriminator === undefined) return undefined;
  const targets = new Set([...discriminator.mapping.map(({ target }) => target), discriminator.defaultTarget]);
  return [...oneOf, ...anyOf].some((member) => !targets.has(member.ref) && mayBeObject(member)) ? undefined : discriminator;
}

function mayBeObject({ types, boolean }: Schema): boolean {
  return boolean !== false && (types === undefined || types.includes("object"));
}
