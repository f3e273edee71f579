/** Whether a value is what JSON calls an object: no list, and not null. */
export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether an object has a member of its own: `toString` is a name like any other. One whose value is `undefined` is absent, as it is
 * in what JSON.stringify writes.
 */
export function has(value: { readonly [name: string]: unknown }, name: string): boolean {
  return value[name] !== undefined && Object.hasOwn(value, name);
}

/** The names of the members that an object has. */
export function namesOf(value: { readonly [name: string]: unknown }): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}
