/** Whether a value is what JSON calls an array. Of its items nothing is known then, unlike with Array.isArray. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
