/** An object's own member: `undefined` where it only inherits one, as every object inherits `toString`. */
export function own(value: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
